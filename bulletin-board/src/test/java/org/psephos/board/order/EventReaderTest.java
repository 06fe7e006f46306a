package org.psephos.board.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.SetupEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

class EventReaderTest {

  private final Map<Digest, BoardObject> stored = new HashMap<>();
  private final ObjectSource objects = reference -> stored.get(reference.hash());

  private Digest put(BoardObject object) {
    stored.put(object.hash(), object);
    return object.hash();
  }

  private Digest put(String text) {
    return put(BoardObject.of(Utf8.encode(text)));
  }

  private SetupEntry setup(String trustees) {
    String other = EntryFixtures.hash("other").hex();
    Digest data =
        put(
            "{\"election\":\""
                + other
                + "\",\"trustees\":\""
                + put(trustees).hex()
                + "\",\"credentials\":\""
                + other
                + "\"}");
    return new SetupEntry(put(EntryFixtures.manifest().encode()), data);
  }

  private int trustees(String json) throws Exception {
    BoardState keys = (BoardState) BoardState.empty().follow(Event.of(EntryFixtures.genesis(1)));
    return ((BoardState) keys.follow(Event.read(setup(json), objects))).trustees();
  }

  @Test
  void every_member_of_a_group_is_a_trustee() throws Exception {
    assertThat(
            trustees(
                "[[\"Single\",{}],[\"Pedersen\",{\"threshold\":2,"
                    + "\"verification_keys\":[{},{},{}]}],[\"Single\",{}]]"))
        .isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]", "[[\"Double\",{}]]", "[[\"Single\"]]", "[[\"Pedersen\",{}]]", "{}"})
  void trustees_that_cannot_be_counted_are_a_fault_with_a_path(String json) {
    assertThatThrownBy(() -> trustees(json))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("object/");
  }

  @Test
  void the_owner_of_a_decryption_is_in_its_object() throws Exception {
    PartialDecryptionEntry entry =
        new PartialDecryptionEntry(put("{\"owner\":3,\"payload\":\"x\"}"));
    assertThat(Event.read(entry, objects).owner()).hasValue(3);
    PartialDecryptionEntry nobody =
        new PartialDecryptionEntry(put("{\"owner\":0,\"payload\":\"x\"}"));
    assertThatThrownBy(() -> Event.read(nobody, objects)).isInstanceOf(DecodingException.class);
  }
}
