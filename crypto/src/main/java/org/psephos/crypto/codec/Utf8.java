package org.psephos.crypto.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 that refuses malformed text instead of replacing it. */
public final class Utf8 {

  private Utf8() {}

  /**
   * The UTF-8 bytes of the text.
   *
   * @throws IllegalArgumentException if the text holds an unpaired surrogate
   */
  public static byte[] encode(String text) {
    try {
      ByteBuffer bytes =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the text holds an unpaired surrogate", e);
    }
  }

  /**
   * The text of UTF-8 bytes.
   *
   * @throws DecodingException if the bytes are not well-formed UTF-8
   */
  public static String decode(byte[] bytes) throws DecodingException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new DecodingException("text", "well-formed UTF-8", "malformed bytes");
    }
  }
}
