package org.psephos.board.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

class ReachableTest {

  private final Map<Digest, BoardObject> stored = new HashMap<>();
  private final Reachable reachable = new Reachable(this::object);

  private BoardObject object(Reference reference) throws DecodingException {
    BoardObject object = stored.get(reference.hash());
    if (object == null) {
      throw new DecodingException(reference.path(), "an object", "nothing");
    }
    return object;
  }

  private Digest put(String text) {
    BoardObject object = BoardObject.of(Utf8.encode(text));
    stored.put(object.hash(), object);
    return object.hash();
  }

  private static Digest hash(String name) {
    return EntryFixtures.hash(name);
  }

  private List<Digest> from(BoardEntry entry) throws IOException, DecodingException {
    return reachable.from(entry).stream().map(Reference::hash).toList();
  }

  private SetupEntry setup() {
    stored.put(EntryFixtures.manifest().encode().hash(), EntryFixtures.manifest().encode());
    Digest data =
        put(
            "{\"election\":\""
                + hash("election").hex()
                + "\",\"trustees\":\""
                + hash("trustees").hex()
                + "\",\"credentials\":\""
                + hash("credentials").hex()
                + "\"}");
    return new SetupEntry(EntryFixtures.manifest().encode().hash(), data);
  }

  @Test
  void children_come_before_the_object_that_names_them() throws Exception {
    SetupEntry setup = setup();
    assertThat(from(setup))
        .containsExactly(
            EntryFixtures.definition().encode().hash(),
            hash("text pt"),
            setup.manifest(),
            hash("election"),
            hash("trustees"),
            hash("credentials"),
            setup.payload());
  }

  @Test
  void an_object_is_named_only_by_the_first_entry_that_reaches_it() throws Exception {
    assertThat(from(new BallotEntry(hash("credentials")))).containsExactly(hash("credentials"));
    assertThat(from(setup())).doesNotContain(hash("credentials"));
  }

  @Test
  void the_tally_and_the_partial_decryption_are_reached_through_their_owners() throws Exception {
    Digest sized =
        put(
            "{\"num_tallied\":1,\"total_weight\":1,\"encrypted_tally\":\""
                + hash("tally").hex()
                + "\"}");
    Digest owned = put("{\"owner\":1,\"payload\":\"" + hash("part").hex() + "\"}");
    assertThat(from(new EncryptedTallyEntry(sized))).containsExactly(hash("tally"), sized);
    assertThat(from(new PartialDecryptionEntry(owned))).containsExactly(hash("part"), owned);
  }

  @Test
  void what_members_publish_names_nothing_else_and_a_commitment_names_nothing() throws Exception {
    Digest dealing = put("{\"shares\":[\"" + hash("share").hex() + "\"]}");
    assertThat(reachable.from(new DealingEntry(1, 1, dealing)))
        .containsExactly(new Reference(dealing, ObjectKind.DEALING));
    assertThat(reachable.from(new CommitmentEntry(1, hash("commitment"), 1))).isEmpty();
    assertThat(reachable.from(new CertificateEntry(1, 1, hash("c"), 1, 1)))
        .containsExactly(new Reference(hash("c"), ObjectKind.CERTIFICATE));
    assertThat(reachable.from(new VerificationKeyEntry(1, 1, hash("k"))))
        .containsExactly(new Reference(hash("k"), ObjectKind.VERIFICATION_KEY));
    assertThat(reachable.from(new ComplaintEntry(1, 1, 2, hash("e"))))
        .containsExactly(new Reference(hash("e"), ObjectKind.COMPLAINT));
    assertThat(reachable.from(new AbandonEntry(1, hash("r"))))
        .containsExactly(new Reference(hash("r"), ObjectKind.TEXT));
  }

  @Test
  void a_missing_object_that_would_name_others_is_a_fault_with_its_path() {
    assertThatThrownBy(() -> from(new EncryptedTallyEntry(hash("gone"))))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("object/" + hash("gone").hex());
  }

  @Test
  void an_object_that_names_nothing_where_it_should_is_a_fault_with_its_path() {
    Digest sized = put("{\"num_tallied\":1,\"total_weight\":1}");
    assertThatThrownBy(() -> from(new EncryptedTallyEntry(sized)))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("object/" + sized.hex() + ".encrypted_tally");
  }
}
