package org.psephos.tally.roll;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The text of a voter list. A byte-order mark says how it is encoded, otherwise the format does.
 * Bytes that are no text are faults with line and column; nothing is guessed.
 */
final class RollText {

  private static final char REPLACEMENT = '\uFFFD';
  private static final int PIECE = 8192;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final byte[] content;
  private final Charset charset;
  private final int start;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> places = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private long omitted;

  private RollText(byte[] content, Charset charset, int start) {
    this.content = content;
    this.charset = charset;
    this.start = start;
  }

  /** The text; what is wrong with it is added to the faults. */
  static String read(byte[] content, Charset otherwise, RollFaults faults) {
    RollText reading = of(content, otherwise);
    reading.decode();
    reading.findNul();
    reading.report(faults);
    return reading.text.toString();
  }

  private static RollText of(byte[] content, Charset otherwise) {
    if (begins(content, 0xEF, 0xBB, 0xBF)) {
      return new RollText(content, StandardCharsets.UTF_8, 3);
    }
    if (begins(content, 0xFF, 0xFE)) {
      return new RollText(content, StandardCharsets.UTF_16LE, 2);
    }
    if (begins(content, 0xFE, 0xFF)) {
      return new RollText(content, StandardCharsets.UTF_16BE, 2);
    }
    return new RollText(content, otherwise, 0);
  }

  private static boolean begins(byte[] content, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= content.length || (content[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private void decode() {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(content, start, content.length - start);
    CharBuffer out = CharBuffer.allocate(PIECE);
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      take(out);
      if (result.isError()) {
        String bytes = HEX.formatHex(content, in.position(), in.position() + result.length());
        note(text.length(), "byte " + bytes + " is not " + charset.name() + " text");
        text.append(REPLACEMENT);
        in.position(in.position() + result.length());
      }
    } while (!result.isUnderflow());
    decoder.flush(out);
    take(out);
  }

  private void take(CharBuffer out) {
    out.flip();
    text.append(out);
    out.clear();
  }

  /** Text in two bytes per character that is read as one byte per character is full of NUL. */
  private void findNul() {
    int place = text.indexOf("\0");
    if (place >= 0) {
      note(place, "a NUL character; is the list in UTF-16? If so, say --charset UTF-16LE");
    }
  }

  private void note(int place, String reason) {
    if (places.size() < RollFaults.MOST) {
      places.add(place);
      reasons.add(reason);
    } else {
      omitted++;
    }
  }

  /** Turns places in the text into lines and columns, in one pass. */
  private void report(RollFaults faults) {
    long line = 1;
    int lineStart = 0;
    int at = 0;
    for (int i = 0; i < places.size(); i++) {
      for (; at < places.get(i); at++) {
        if (endsLine(at)) {
          line++;
          lineStart = at + 1;
        }
      }
      int column = text.codePointCount(lineStart, Math.max(lineStart, places.get(i))) + 1;
      faults.add(line, String.format(Locale.ROOT, "column %d: %s", column, reasons.get(i)));
    }
    for (long i = 0; i < omitted; i++) {
      faults.add(0, "more bytes that are no text");
    }
  }

  private boolean endsLine(int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) != '\n'));
  }
}
