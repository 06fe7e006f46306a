package org.psephos.crypto.group.edwards;

import cafe.cryptography.curve25519.CompressedEdwardsY;
import cafe.cryptography.curve25519.Constants;
import cafe.cryptography.curve25519.EdwardsPoint;
import cafe.cryptography.curve25519.InvalidEncodingException;
import cafe.cryptography.curve25519.Scalar;
import java.util.HexFormat;
import org.psephos.crypto.group.Element;

/** The independent implementation that ours is compared with. */
final class Elisabeth {

  static final EdwardsPoint GENERATOR = Constants.ED25519_BASEPOINT;

  private Elisabeth() {}

  static Scalar scalar(EdwardsScalar scalar) {
    return Scalar.fromCanonicalBytes(reversed(ModOrder.toBytes(scalar.limbs())));
  }

  static EdwardsPoint point(Element element) throws InvalidEncodingException {
    return point(element.encode());
  }

  /** The point of a version 1 text, wherever on the curve it lies. */
  static EdwardsPoint point(String text) throws InvalidEncodingException {
    return new CompressedEdwardsY(reversed(HexFormat.of().parseHex(text))).decompress();
  }

  static String text(EdwardsPoint point) {
    return HexFormat.of().formatHex(reversed(point.compress().toByteArray()));
  }

  static byte[] reversed(byte[] bytes) {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = bytes[bytes.length - 1 - i];
    }
    return result;
  }
}
