package org.psephos.board.bel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.tar.TarHeader;
import org.psephos.board.tar.TarWriter;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.BeleniosVector;
import org.psephos.crypto.hash.Digest;

/** Archives that another program made, and what one altered member does to them. */
class BelArchiveTest {

  private static final int LARGEST = 1 << 20;

  /** A member of an archive, so that tests can take an archive apart and put it together. */
  private record Part(String name, BoardObject object) {

    Part(String name, byte[] content) {
      this(name, BoardObject.of(content));
    }

    byte[] content() {
      return object.toByteArray();
    }
  }

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-2048-single",
        "a20-2048-single-tool20",
        "b-rfc3526-thr2of3-weights",
        "c-ed25519-thr3of5",
        "l-ed25519-lists",
        "n-ed25519-nonhomomorphic"
      })
  void readsForeignArchivesAndWritesTheSameBytes(String name) throws Exception {
    BeleniosVector vector = BeleniosVector.named(name);
    try (BelArchive archive = open(vector.archive())) {
      assertThat(archive.faults()).isEmpty();
      assertThat(archive.events()).hasSameSizeAs(vector.events());
      assertThat(regenerate(archive)).isEqualTo(vector.archive());
      assertThat(archive.object(Digest.sha256(vector.election()), LARGEST).toByteArray())
          .isEqualTo(vector.election());
    }
  }

  @Test
  void findsTheBrokenParent() throws Exception {
    try (BelArchive archive = open(BeleniosVector.defect("A-t15-broken-parent").archive())) {
      assertThat(archive.faults())
          .isNotEmpty()
          .first()
          .satisfies(fault -> assertThat(fault.expected()).startsWith("parent "));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-t06-duplicated-ballot", "A-t10-pd-proof", "B-t39-pd-wrong-owner"})
  void doesNotJudgeWhatIsInTheData(String name) throws Exception {
    try (BelArchive archive = open(BeleniosVector.defect(name).archive())) {
      assertThat(archive.faults()).isEmpty();
      assertThat(regenerate(archive)).isEqualTo(BeleniosVector.defect(name).archive());
    }
  }

  @Test
  void aPrefixThatEndsWithAnEventIsAnArchive() throws Exception {
    List<Part> parts = parts();
    for (int count = 1; count <= parts.size(); count++) {
      try (BelArchive archive = open(join(parts.subList(0, count)))) {
        boolean whole = count == 1 || parts.get(count - 1).name().endsWith(".event.json");
        assertThat(archive.faults().isEmpty()).as("first " + count).isEqualTo(whole);
      }
    }
  }

  @Test
  void refusesAFileThatEndsWithinAMember() throws Exception {
    byte[] whole = BeleniosVector.a().archive();
    for (int length : new int[] {0, 1, 511, 512, 513, 1023, 1025, whole.length - 1}) {
      assertThatThrownBy(() -> open(Arrays.copyOf(whole, length)))
          .as("first " + length)
          .isInstanceOf(DecodingException.class);
    }
  }

  @Test
  void refusesWhatStandsBehindTheLastMember() {
    byte[] whole = BeleniosVector.a().archive();
    assertThatThrownBy(() -> open(Arrays.copyOf(whole, whole.length + 1024)))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void refusesEveryOtherSpellingOfAHeader() {
    byte[] whole = BeleniosVector.a().archive();
    for (int at : new int[] {0, 50, 100, 108, 116, 124, 136, 148, 155, 156, 157, 257, 345, 511}) {
      byte[] altered = whole.clone();
      altered[at] ^= 1;
      assertThatThrownBy(() -> open(altered))
          .as("byte " + at)
          .isInstanceOf(DecodingException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\":2,\"timestamp\":\"1\"}",
        "{\"version\":1,\"timestamp\":1}",
        "{\"version\":1,\"timestamp\":\"01\"}",
        "{\"version\":1,\"timestamp\":\"-1\"}",
        "{\"version\":1,\"timestamp\":\"1\"} ",
        "{}",
        ""
      })
  void refusesOtherFirstMembers(String first) throws Exception {
    List<Part> parts = parts();
    parts.set(0, new Part("BELENIOS", Utf8.encode(first)));
    byte[] archive = join(parts);
    assertThatThrownBy(() -> open(archive)).isInstanceOf(DecodingException.class);
    parts.set(0, new Part("BELENIOS", BelChain.first(7)));
    assertThat(faults(join(parts, 7))).isEmpty();
  }

  @Test
  void findsMembersOfAnotherTime() throws Exception {
    byte[] archive = join(parts(), time() + 1);
    assertThat(faults(archive)).isNotEmpty();
  }

  @Test
  void findsDataThatNothingRefersTo() throws Exception {
    BoardObject object = BoardObject.of(Utf8.encode("[]"));
    Part extra = new Part(object.hash().hex() + ".data.json", object.toByteArray());
    for (int place = 1; place <= parts().size(); place++) {
      int at = place;
      assertThat(faultsOf(parts -> parts.add(at, extra))).as("at " + at).isNotEmpty();
    }
  }

  @Test
  void findsEveryMissingMemberButTheLastEvent() throws Exception {
    int last = parts().size() - 1;
    for (int at = 1; at < last; at++) {
      int missing = at;
      assertThat(faultsOf(parts -> parts.remove(missing))).as("without " + at).isNotEmpty();
    }
  }

  @Test
  void findsExchangedNeighbours() throws Exception {
    for (int at = 1; at < parts().size() - 1; at++) {
      int first = at;
      assertThat(faultsOf(parts -> Collections.swap(parts, first, first + 1)))
          .as("at " + at)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.data.json", "../../etc/passwd", "link", "BELENIOS"})
  void findsNamesThatAreNoHashes(String name) throws Exception {
    assertThat(faultsOf(parts -> parts.set(3, new Part(name, parts.get(3).content()))))
        .first()
        .satisfies(fault -> assertThat(fault.member()).isEqualTo(name));
  }

  @Test
  void findsNamesThatAreOtherHashes() throws Exception {
    assertThat(
            faultsOf(parts -> parts.set(3, new Part(parts.get(2).name(), parts.get(3).content()))))
        .isNotEmpty();
    assertThat(
            faultsOf(
                parts ->
                    parts.set(
                        3,
                        new Part(parts.get(3).name().replace('a', 'A'), parts.get(3).content()))))
        .isNotEmpty();
  }

  @Test
  void findsEventsThatAreSpelledInAnotherWay() throws Exception {
    List<Part> parts = parts();
    int last = parts.size() - 1;
    String event = Utf8.decode(parts.get(last).content());
    for (String other :
        List.of(
            event + "\n",
            event.replace("\"height\":", "\"height\": "),
            event.replace("\"Result\"", "\"result\""),
            event.replaceFirst("\"height\":[0-9]+", "\"height\":1"),
            event.replace("}", ",\"more\":1}"))) {
      byte[] bytes = Utf8.encode(other);
      Part altered = new Part(Digest.sha256(bytes).hex() + ".event.json", bytes);
      assertThat(faultsOf(all -> all.set(last, altered))).as(other).isNotEmpty();
    }
  }

  @Test
  void findsEventsInAnOrderThatThereIsNot() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BelChain chain = new BelChain(out, 7);
    chain.event(BelEventType.BALLOT, List.of(BoardObject.of(Utf8.encode("{}"))));
    chain.event(BelEventType.END_BALLOTS, List.of());
    chain.event(BelEventType.END_BALLOTS, List.of());
    assertThat(faults(out.toByteArray()))
        .extracting(BelFault::expected)
        .containsExactly("an event that may follow nothing", "an event that may follow EndBallots");
  }

  @Test
  void refusesAnObjectThatIsTooLargeOrNotThere() throws Exception {
    try (BelArchive archive = open(BeleniosVector.a().archive())) {
      Digest election = Digest.sha256(BeleniosVector.a().election());
      int length = BeleniosVector.a().election().length;
      assertThat(archive.object(election, length).length()).isEqualTo(length);
      assertThatThrownBy(() -> archive.object(election, length - 1))
          .isInstanceOf(DecodingException.class);
      assertThatThrownBy(() -> archive.object(Digest.sha256("none"), LARGEST))
          .isInstanceOf(DecodingException.class);
    }
  }

  private static byte[] regenerate(BelArchive archive) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BelChain chain = new BelChain(out, archive.timestamp());
    for (BelEvent event : archive.events()) {
      List<BoardObject> data = new ArrayList<>();
      if (event.payload().isPresent()) {
        BoardObject payload = archive.object(event.payload().get(), LARGEST);
        for (Digest child : BelPayload.children(event.type(), payload.toByteArray())) {
          data.add(archive.object(child, LARGEST));
        }
        data.add(payload);
      }
      chain.event(event.type(), data);
    }
    return out.toByteArray();
  }

  private List<BelFault> faultsOf(Consumer<List<Part>> change) throws Exception {
    List<Part> parts = parts();
    change.accept(parts);
    return faults(join(parts));
  }

  private List<BelFault> faults(byte[] archive) throws Exception {
    try (BelArchive opened = open(archive)) {
      return opened.faults();
    }
  }

  private BelArchive open(byte[] archive) throws IOException, DecodingException {
    Path file = directory.resolve("archive.bel");
    Files.write(file, archive);
    return BelArchive.open(file);
  }

  private static long time() throws DecodingException {
    return TarHeader.decode(Arrays.copyOf(BeleniosVector.c().archive(), TarHeader.BLOCK)).time();
  }

  private static List<Part> parts() throws DecodingException {
    byte[] archive = BeleniosVector.c().archive();
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < archive.length) {
      TarHeader header = TarHeader.decode(Arrays.copyOfRange(archive, at, at + TarHeader.BLOCK));
      int content = at + TarHeader.BLOCK;
      int end = content + (int) header.size();
      parts.add(new Part(header.name(), Arrays.copyOfRange(archive, content, end)));
      at = end + TarHeader.padding(header.size());
    }
    return parts;
  }

  private static byte[] join(List<Part> parts) throws IOException, DecodingException {
    return join(parts, time());
  }

  private static byte[] join(List<Part> parts, long time) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarWriter tar = new TarWriter(out, time);
    for (Part part : parts) {
      tar.member(part.name(), part.content());
    }
    return out.toByteArray();
  }
}
