package org.psephos.api.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.crypto.codec.Utf8;

/** Bodies that are no ballot in its one spelling, however they are sent. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBodyTest {

  private static final int MEBIBYTE = 1 << 20;

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource database;

  private Scene scene;
  private Turn turn;
  private byte[] honest;

  /** How a body is made of an honest ballot's text. */
  @FunctionalInterface
  interface Spelling {
    String of(String ballot);
  }

  /** One hostile body. */
  record Body(String name, String problem, Spelling spelling) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Body> bodies() {
    return Stream.of(
        new Body("nothing", Attack.MALFORMED, t -> ""),
        new Body("null", Attack.MALFORMED, t -> "null"),
        new Body("an array", Attack.MALFORMED, t -> "[" + t + "]"),
        new Body("two documents", Attack.MALFORMED, t -> t + t),
        new Body("two documents on two lines", Attack.MALFORMED, t -> t + "\n" + t),
        new Body("cut", Attack.MALFORMED, t -> t.substring(0, t.length() / 2)),
        new Body("byte-order mark", Attack.MALFORMED, t -> "\ufeff" + t),
        new Body("comment", Attack.MALFORMED, t -> t + "//"),
        new Body("member twice", Attack.MALFORMED, t -> t.replaceFirst("\\{", "{\"answers\":[],")),
        new Body("unknown member", Attack.MALFORMED, t -> t.replaceFirst("\\{", "{\"version\":1,")),
        new Body("null among answers", Attack.MALFORMED, t -> t.replace("s\":[{", "s\":[null,{")),
        new Body(
            "null for answers",
            Attack.MALFORMED,
            t -> t.replace("answers\":[{", "answers\":null,\"x\":[{")),
        new Body(
            "number for text",
            Attack.MALFORMED,
            t -> t.replaceFirst("challenge\":\"([0-9]*)\"", "challenge\":7")),
        new Body(
            "a lone surrogate",
            Attack.MALFORMED,
            t -> t.replaceFirst("credential\":\"", "credential\":\"\\\\ud800")),
        new Body("space", Attack.NOT_CANONICAL, t -> t.replaceFirst(":", ": ")),
        new Body("line feed", Attack.NOT_CANONICAL, t -> t + "\n"),
        new Body("escape", Attack.NOT_CANONICAL, t -> t.replaceFirst("cred", "\\\\u0063red")),
        new Body("nesting", "413 too-large", t -> "[".repeat(5000) + "]".repeat(5000)),
        new Body(
            "nesting inside", "413 too-large", t -> t.replaceFirst("\\[", "[" + "[".repeat(20))),
        new Body(
            "long scalar",
            "413 too-large",
            t -> t.replaceFirst("response\":\"", "response\":\"" + "9".repeat(1_000_000))),
        new Body(
            "long number",
            "413 too-large",
            t -> t.replaceFirst("response\":\"[0-9]*\"", "response\":" + "9".repeat(1_000_000))));
  }

  @BeforeEach
  void openAnElection() throws Exception {
    if (scene == null) {
      scene = Scene.open(base, database, "Ed25519", (int) bodies().count() + 12);
    }
    turn = scene.nextTurn();
    honest = turn.honest().toBytes();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void isRefused(Body body) throws Exception {
    String text = Utf8.decode(honest);
    String hostile = body.spelling().of(text);
    assertThat(hostile).isNotEqualTo(text);
    scene.refuses(Utf8.encode(hostile), body.problem());
    scene.accepts(honest);
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws Exception {
    byte[] latin = honest.clone();
    latin[20] = (byte) 0xe9;
    scene.refuses(latin, Attack.MALFORMED);
    scene.accepts(honest);
  }

  @Test
  void otherMediaTypesAreRefused() throws Exception {
    for (String type :
        new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
      Stock before = scene.stock();
      Answer answer =
          scene.held().client().send("POST", scene.held().path("/ballots"), "", type, honest);
      Scene.assertRefused(answer, "415 unsupported-media-type");
      assertThat(scene.stock()).isEqualTo(before);
    }
    scene.accepts(honest);
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsRefused() throws Exception {
    scene.refuses(padded(MEBIBYTE + 1), "413 too-large");
    scene.refuses(padded(8 * MEBIBYTE), "413 too-large");
    scene.accepts(honest);
  }

  @Test
  void aBodyInChunksIsRefusedOnceItIsTooLarge() throws Exception {
    Stock before = scene.stock();
    Scene.assertRefused(chunked(padded(MEBIBYTE + 1), ""), "413 too-large");
    Scene.assertRefused(chunked(padded(8 * MEBIBYTE), ""), "413 too-large");
    assertThat(scene.stock()).isEqualTo(before);
    assertThat(chunked(honest, "").status()).isEqualTo(201);
  }

  @Test
  void compressedBodiesAreNotOpened() throws Exception {
    Stock before = scene.stock();
    Scene.assertRefused(chunked(gzip(honest), "gzip"), Attack.MALFORMED);
    Scene.assertRefused(chunked(gzip(new byte[64 * MEBIBYTE]), "gzip"), Attack.MALFORMED);
    assertThat(scene.stock()).isEqualTo(before);
    scene.accepts(honest);
  }

  private Answer chunked(byte[] body, String encoding) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(scene.held().path("/ballots")))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    if (!encoding.isEmpty()) {
      request.header("Content-Encoding", encoding);
    }
    return new Answer(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray()));
  }

  /** An honest ballot behind white space. */
  private byte[] padded(int length) {
    byte[] padded = new byte[length];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(honest, 0, padded, length - honest.length, honest.length);
    return padded;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
