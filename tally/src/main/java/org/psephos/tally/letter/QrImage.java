package org.psephos.tally.letter;

import io.nayuki.qrcodegen.QrCode;

/** A QR code (ISO/IEC 18004) as inline SVG, black on white, with the quiet zone it needs. */
final class QrImage {

  private static final int QUIET = 4;

  private QrImage() {}

  /**
   * The image of a text.
   *
   * @param label what a screen reader says
   */
  static String svg(String text, String label) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int side = code.size + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      row(code, y, path);
    }
    return "<svg class=\"qr\" role=\"img\" aria-label=\""
        + Html.escape(label)
        + "\" viewBox=\"0 0 "
        + side
        + " "
        + side
        + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h"
        + side
        + "v"
        + side
        + "H0z\"/><path d=\""
        + path
        + "\"/></svg>";
  }

  /** One rectangle for each run of dark modules. */
  private static void row(QrCode code, int y, StringBuilder path) {
    int x = 0;
    while (x < code.size) {
      int start = x;
      while (x < code.size && code.getModule(x, y)) {
        x++;
      }
      if (x > start) {
        path.append('M').append(start + QUIET).append(' ').append(y + QUIET);
        path.append('h').append(x - start).append("v1h-").append(x - start).append('z');
      }
      x++;
    }
  }
}
