package org.psephos.crypto.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/** One word for each byte of a digest, from the list of docs/spec/words.md. */
public final class FingerprintWords {

  /** The number of words in the list: one for each value of a byte. */
  public static final int LIST_SIZE = 256;

  /**
   * How many words a key ceremony is compared by. A server that shows two members two groups of its
   * making needs a collision, which takes 2^64 tries with 128 bits.
   */
  public static final int CEREMONY = 16;

  private static final List<String> LIST = read();

  private FingerprintWords() {}

  /** The list, in the order of numbers from 0. */
  public static List<String> list() {
    return LIST;
  }

  /**
   * The words of the first bytes of a digest.
   *
   * @param words how many, 1 to {@link Digest#LENGTH}
   */
  public static List<String> of(Digest digest, int words) {
    if (words < 1 || words > Digest.LENGTH) {
      throw new IllegalArgumentException("1 to " + Digest.LENGTH + " words, not " + words);
    }
    byte[] bytes = digest.toByteArray();
    List<String> spoken = new ArrayList<>(words);
    for (int i = 0; i < words; i++) {
      spoken.add(LIST.get(Byte.toUnsignedInt(bytes[i])));
    }
    return List.copyOf(spoken);
  }

  private static List<String> read() {
    try (InputStream resource = FingerprintWords.class.getResourceAsStream("words.txt")) {
      if (resource == null) {
        throw new IllegalStateException("the list of words is not packaged");
      }
      List<String> words = Utf8.decode(resource.readAllBytes()).lines().toList();
      if (words.size() != LIST_SIZE) {
        throw new IllegalStateException("the list has " + words.size() + " words");
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DecodingException e) {
      throw new IllegalStateException("the list of words is not text", e);
    }
  }
}
