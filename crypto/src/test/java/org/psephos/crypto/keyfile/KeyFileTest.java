package org.psephos.crypto.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.keyfile.KeyFileHeader.Role;

class KeyFileTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final KeyFileHeader HEADER =
      new KeyFileHeader(Role.TRUSTEE, new ElectionId("abcdefghijkmno"), "12345");
  private static final char[] PASSPHRASE = "pässword ٣ 🗳".toCharArray();
  private static final byte[] SECRET = {1, 2, 3, 4, 5};

  /** Cheap parameters, still within the bounds. */
  private static KeyFile cheap() {
    return KeyFile.seal(HEADER, SECRET, PASSPHRASE, Stretching.of(8 << 10, 1, RANDOM), RANDOM);
  }

  @Test
  void aSealedSecretOpensWithItsPassphraseAndStandardParameters() throws Exception {
    byte[] file = KeyFile.seal(HEADER, SECRET, PASSPHRASE, RANDOM).encode();
    KeyFile read = KeyFile.decode(file);

    assertThat(read.header()).isEqualTo(HEADER);
    assertThat(read.encode()).isEqualTo(file);
    assertThat(read.open(PASSPHRASE)).isEqualTo(SECRET);
    assertThat(Utf8.decode(file))
        .contains("\"kdf\":{\"iterations\":3,\"lanes\":1,\"memory_kib\":65536,")
        .startsWith("{\"cipher\":\"AES-256-GCM\",\"data\":\"");
  }

  @Test
  void anotherPassphraseDoesNotOpen() throws Exception {
    KeyFile read = KeyFile.decode(cheap().encode());

    assertThat(read.open(PASSPHRASE)).isEqualTo(SECRET);
    assertThatThrownBy(() -> read.open("password".toCharArray()))
        .isInstanceOf(WrongPassphraseException.class);
  }

  /** The format, written down a second time without using the code under test. */
  @Test
  void theFormatIsWhatItsDescriptionSays() throws Exception {
    Map<String, Json> members = members(cheap());
    Map<String, Json> kdf = ((Json.Obj) members.get("kdf")).members();
    byte[] data = bytes(members.get("data"));
    Map<String, Json> rest = new TreeMap<>(members);
    rest.remove("data");

    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB((int) ((Json.Int) kdf.get("memory_kib")).value())
            .withIterations((int) ((Json.Int) kdf.get("iterations")).value())
            .withParallelism((int) ((Json.Int) kdf.get("lanes")).value())
            .withSalt(bytes(kdf.get("salt")))
            .build());
    byte[] key = new byte[32];
    argon.generateBytes(Utf8.encode(new String(PASSPHRASE)), key);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, bytes(members.get("nonce"))));
    cipher.updateAAD(new Json.Obj(rest).sorted().toBytes());

    assertThat(cipher.doFinal(data)).isEqualTo(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "role, registrar",
    "election, abcdefghijkmnp",
    "public_key, 12346",
    "nonce, 000000000000000000000000",
    "data, 000000000000000000000000000000000000000000"
  })
  void aChangedMemberKeepsTheFileShut(String member, String value) throws Exception {
    Map<String, Json> members = new TreeMap<>(members(cheap()));
    members.put(member, new Json.Text(value));
    KeyFile changed = KeyFile.decode(new Json.Obj(members).sorted().toBytes());

    assertThatThrownBy(() -> changed.open(PASSPHRASE))
        .isInstanceOf(WrongPassphraseException.class)
        .hasMessageNotContaining(value);
  }

  @ParameterizedTest
  @CsvSource({
    "memory_kib, 8191",
    "memory_kib, 262145",
    "memory_kib, 9007199254740991",
    "iterations, 0",
    "iterations, 129",
    "lanes, 0",
    "lanes, 5"
  })
  void parametersOutOfBoundsAreRefusedBeforeAnyWork(String parameter, long value) throws Exception {
    assertThatThrownBy(() -> KeyFile.decode(withParameter(parameter, new Json.Int(value))))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("kdf." + parameter);
  }

  @Test
  void theLargestAllowedWorkIsRead() throws Exception {
    assertThat(KeyFile.decode(withParameter("iterations", new Json.Int(128))).header())
        .isEqualTo(HEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"argon2i", "scrypt", ""})
  void anotherWayOfStretchingIsRefused(String name) throws Exception {
    assertThatThrownBy(() -> KeyFile.decode(withParameter("name", new Json.Text(name))))
        .isInstanceOf(DecodingException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "format, psephos-key/2",
    "cipher, AES-128-GCM",
    "role, voter",
    "election, short",
    "public_key, ''",
    "public_key, XYZ",
    "nonce, 00",
    "nonce, 0000000000000000000000zz",
    "data, 00000000000000000000000000000000",
    "data, ABCDEF000000000000000000000000000000000000"
  })
  void otherValuesAreRefused(String member, String value) throws Exception {
    Map<String, Json> members = new TreeMap<>(members(cheap()));
    members.put(member, new Json.Text(value));

    assertThatThrownBy(() -> KeyFile.decode(new Json.Obj(members).sorted().toBytes()))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void anotherSpellingAnUnknownMemberAndAnEndlessFileAreRefused() throws Exception {
    byte[] file = cheap().encode();
    Map<String, Json> more = new TreeMap<>(members(cheap()));
    more.put("hint", new Json.Text("dog's name"));

    assertThat(KeyFile.decode(file).header()).isEqualTo(HEADER);
    assertThatThrownBy(() -> KeyFile.decode(Arrays.copyOf(file, file.length + 1)))
        .isInstanceOf(DecodingException.class);
    assertThatThrownBy(() -> KeyFile.decode(Utf8.encode(Utf8.decode(file) + "\n")))
        .isInstanceOf(DecodingException.class);
    assertThatThrownBy(() -> KeyFile.decode(new Json.Obj(more).sorted().toBytes()))
        .isInstanceOf(DecodingException.class);
    assertThatThrownBy(() -> KeyFile.decode(new byte[1 << 20]))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void onlyTheFileOfACeremonyHoldsMoreThanAKey() throws Exception {
    KeyFileHeader ceremony =
        new KeyFileHeader(Role.CEREMONY, new ElectionId("abcdefghijkmno"), "12345");
    for (KeyFileHeader header : new KeyFileHeader[] {HEADER, ceremony}) {
      int most = header.role().mostBytes();
      byte[] largest = new byte[most];
      KeyFile read = KeyFile.decode(sealed(header, largest).encode());
      assertThat(read.open(PASSPHRASE)).isEqualTo(largest);
      assertThatThrownBy(() -> sealed(header, new byte[most + 1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    Map<String, Json> members = new TreeMap<>(members(sealed(ceremony, new byte[4097])));
    members.put("role", new Json.Text("trustee"));
    assertThatThrownBy(() -> KeyFile.decode(new Json.Obj(members).sorted().toBytes()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("data");
  }

  private static KeyFile sealed(KeyFileHeader header, byte[] secret) {
    return KeyFile.seal(header, secret, PASSPHRASE, Stretching.of(8 << 10, 1, RANDOM), RANDOM);
  }

  @Test
  void twoSealingsShareNeitherSaltNorNonceNorData() throws Exception {
    Map<String, Json> one = members(cheap());
    Map<String, Json> two = members(cheap());

    assertThat(one.get("nonce")).isNotEqualTo(two.get("nonce"));
    assertThat(one.get("data")).isNotEqualTo(two.get("data"));
    assertThat(one.get("kdf")).isNotEqualTo(two.get("kdf"));
  }

  @Test
  void anEmptyPassphraseOrSecretIsRefusedWithoutShowingEither() {
    assertThatThrownBy(() -> KeyFile.seal(HEADER, SECRET, new char[0], RANDOM))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> KeyFile.seal(HEADER, new byte[0], PASSPHRASE, RANDOM))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> KeyFile.seal(HEADER, SECRET, new char[] {'a', '\ud800'}, RANDOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("a\ud800");
  }

  private static byte[] withParameter(String name, Json value) throws DecodingException {
    Map<String, Json> members = new TreeMap<>(members(cheap()));
    Map<String, Json> kdf = new TreeMap<>(((Json.Obj) members.get("kdf")).members());
    kdf.put(name, value);
    members.put("kdf", new Json.Obj(kdf));
    return new Json.Obj(members).sorted().toBytes();
  }

  private static Map<String, Json> members(KeyFile file) throws DecodingException {
    return ((Json.Obj) JsonParser.parse(file.encode(), new Limits(1 << 20, 4, 1 << 20))).members();
  }

  private static byte[] bytes(Json hex) {
    return HexFormat.of().parseHex(((Json.Text) hex).value());
  }
}
