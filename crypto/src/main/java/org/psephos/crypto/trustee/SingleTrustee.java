package org.psephos.crypto.trustee;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.group.Element;

/** A trustee without whom nothing is decrypted. */
public record SingleTrustee(TrusteeKey key) implements Trustee {

  @Override
  public List<Element> memberKeys() {
    return List.of(key.publicKey());
  }

  @Override
  public int threshold() {
    return 1;
  }

  @Override
  public Element contribution() {
    return key.publicKey();
  }

  @Override
  public Json toJson() {
    return new Json.Arr(List.of(new Json.Text("Single"), key.toJson()));
  }
}
