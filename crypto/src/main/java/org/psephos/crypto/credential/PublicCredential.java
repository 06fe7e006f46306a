package org.psephos.crypto.credential;

import java.util.Comparator;
import org.psephos.crypto.group.Element;

/**
 * One line of the public list: who may vote, and for how much. Never says who that is.
 *
 * @param element the public key, never the identity
 * @param weight how many votes a ballot of this credential counts for; at least 1
 */
public record PublicCredential(Element element, long weight) {

  /** The order of the list, which says nothing about the order of the voters. */
  public static final Comparator<PublicCredential> ORDER =
      Comparator.comparing(PublicCredential::element);

  public PublicCredential {
    if (element.isIdentity()) {
      throw new IllegalArgumentException("a credential is not the identity");
    }
    if (weight < 1) {
      throw new IllegalArgumentException("a weight is at least 1");
    }
  }
}
