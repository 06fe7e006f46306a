package org.psephos.board.order;

import java.io.IOException;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.DecryptionProofEntry;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.ReadyEntry;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.SetupEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/** Reads from objects as much as {@link Event} needs; everything else in them is for others. */
final class EventReader {

  private final ObjectSource objects;

  EventReader(ObjectSource objects) {
    this.objects = objects;
  }

  Event read(BoardEntry entry) throws IOException, DecodingException {
    if (entry instanceof SetupEntry setup) {
      return setup(setup);
    }
    if (entry instanceof PartialDecryptionEntry decryption) {
      return Event.of(decryption, owner(decryption.references().get(0)));
    }
    if (entry instanceof DecryptionProofEntry proof) {
      return Event.of(proof, owner(proof.references().get(0)));
    }
    return Event.of(entry);
  }

  private Event setup(SetupEntry entry) throws IOException, DecodingException {
    Manifest manifest =
        Manifest.decode(objects.object(new Reference(entry.manifest(), ObjectKind.MANIFEST)));
    Reference data = new Reference(entry.payload(), ObjectKind.SETUP_DATA);
    for (Reference child : data.children(objects.object(data))) {
      if (child.kind() == ObjectKind.TRUSTEES) {
        return Event.of(entry, manifest.rules(), trustees(child));
      }
    }
    throw new IllegalStateException("setup data always names the trustees");
  }

  private int trustees(Reference reference) throws IOException, DecodingException {
    BoardObject object = objects.object(reference);
    try {
      int count = 0;
      for (int members :
          JsonFields.list(
              JsonParser.parse(object.toByteArray(), Limits.LIST), EventReader::members)) {
        count += members;
      }
      if (count < 1 || count > ReadyEntry.MOST_TRUSTEES) {
        throw new DecodingException(
            Reason.TOO_LARGE, "", "1 to " + ReadyEntry.MOST_TRUSTEES + " trustees", count + "");
      }
      return count;
    } catch (DecodingException e) {
      throw e.within(reference.path());
    }
  }

  /** One for {@code ["Single",K]}, the number of keys for {@code ["Pedersen",P]}. */
  private static int members(Json item) throws DecodingException {
    if (!(item instanceof Json.Arr pair) || pair.items().size() != 2) {
      throw new DecodingException("", "a pair", "something else");
    }
    String form = JsonFields.text(pair.items().get(0));
    return switch (form) {
      case "Single" -> 1;
      case "Pedersen" ->
          JsonFields.of(pair.items().get(1)).list("verification_keys", key -> key).size();
      default -> throw new DecodingException("[0]", "Single or Pedersen", form);
    };
  }

  private int owner(Reference reference) throws IOException, DecodingException {
    BoardObject object = objects.object(reference);
    try {
      Json json = JsonParser.parse(object.toByteArray(), Limits.OBJECT);
      long owner = JsonFields.of(json).number("owner");
      if (owner < 1 || owner > ReadyEntry.MOST_TRUSTEES) {
        throw new DecodingException(
            "owner", "from 1 to " + ReadyEntry.MOST_TRUSTEES, Long.toString(owner));
      }
      return Math.toIntExact(owner);
    } catch (DecodingException e) {
      throw e.within(reference.path());
    }
  }
}
