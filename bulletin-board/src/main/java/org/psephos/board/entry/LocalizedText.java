package org.psephos.board.entry;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;

/**
 * A text in one or more languages: a notice to voters or the reason of a cancellation. Shown
 * escaped, never interpreted.
 *
 * @param texts language tag to text, each 1 to 10,000 characters
 */
public record LocalizedText(SortedMap<String, String> texts) {

  public LocalizedText {
    texts = Languages.copy(texts);
    texts.values().forEach(text -> Ranges.text("text", text, TextDefinition.LONGEST));
  }

  /** Takes the texts in any order. */
  public static LocalizedText of(Map<String, String> texts) {
    return new LocalizedText(new TreeMap<>(texts));
  }

  public BoardObject encode() {
    Map<String, Json> members = new TreeMap<>();
    texts.forEach((tag, text) -> members.put(tag, new Json.Text(text)));
    return BoardObject.of(CanonicalJson.encode(new Json.Obj(members)));
  }

  /**
   * Reads a text object.
   *
   * @throws DecodingException if it is malformed or not canonical
   */
  public static LocalizedText decode(BoardObject object) throws DecodingException {
    Json json = CanonicalJson.parse(object.toByteArray(), Limits.OBJECT);
    SortedMap<String, String> texts = Languages.decode(json, JsonFields::text);
    return Checked.from(() -> new LocalizedText(texts));
  }
}
