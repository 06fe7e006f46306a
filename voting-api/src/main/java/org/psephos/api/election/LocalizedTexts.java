package org.psephos.api.election;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.psephos.board.entry.LocalizedText;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/** Texts by language as requests and answers spell them. */
public final class LocalizedTexts {

  private LocalizedTexts() {}

  /** Language to text; whether they are languages, and how long texts are, is not looked at. */
  static Map<String, String> read(Json json) throws DecodingException {
    if (!(json instanceof Json.Obj object)) {
      throw new DecodingException("", "an object of languages", "something else");
    }
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Json> text : object.members().entrySet()) {
      texts.put(text.getKey(), JsonFields.text(text.getValue()));
    }
    return texts;
  }

  /**
   * Reads {@code {"reason":{"<language>":"<text>"}}}.
   *
   * @throws RefusedException if the body is anything else
   */
  public static LocalizedText reason(Json.Obj body) throws RefusedException {
    try {
      JsonFields fields = JsonFields.of(body);
      Map<String, String> texts = fields.required("reason", LocalizedTexts::read);
      fields.end();
      return LocalizedText.of(texts);
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Code.MALFORMED, "reason: " + e.getMessage());
    }
  }

  static Json toJson(LocalizedText text) {
    Map<String, Json> members = new LinkedHashMap<>();
    text.texts().forEach((tag, words) -> members.put(tag, new Json.Text(words)));
    return new Json.Obj(members);
  }
}
