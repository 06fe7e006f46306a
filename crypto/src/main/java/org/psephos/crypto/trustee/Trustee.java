package org.psephos.crypto.trustee;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;

/** One entry of the trustees object: a person on its own, or a group of which some are enough. */
public sealed interface Trustee permits SingleTrustee, PedersenGroup {

  /** The keys under which the members decrypt, in the order in which owners are numbered. */
  List<Element> memberKeys();

  /** How many members must decrypt. */
  int threshold();

  /** This entry's part of the election key. */
  Element contribution();

  Json toJson();

  static Trustee decode(Json value, Group group) throws DecodingException {
    if (!(value instanceof Json.Arr pair) || pair.items().size() != 2) {
      throw new DecodingException("", "[kind, trustee]", "another value");
    }
    String kind = JsonFields.text(pair.items().get(0));
    Json body = pair.items().get(1);
    return switch (kind) {
      case "Single" -> new SingleTrustee(TrusteeKey.decode(body, group));
      case "Pedersen" -> PedersenGroup.decode(body, group);
      default -> throw new DecodingException("", "Single or Pedersen", kind);
    };
  }
}
