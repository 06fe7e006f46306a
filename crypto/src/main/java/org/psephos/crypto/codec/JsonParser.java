package org.psephos.crypto.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.psephos.crypto.codec.DecodingException.Reason;

/**
 * Reads one JSON document strictly: no duplicate keys, no null, no fractions, no trailing bytes,
 * well-formed UTF-8 without byte-order mark, within {@link Limits}.
 */
public final class JsonParser {

  private static final JsonFactory FACTORY = factory();

  private final com.fasterxml.jackson.core.JsonParser tokens;
  private final Limits limits;

  private JsonParser(com.fasterxml.jackson.core.JsonParser tokens, Limits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  /**
   * Reads a document in any spelling.
   *
   * @throws DecodingException if it is malformed or breaks a limit
   */
  public static Json parse(byte[] document, Limits limits) throws DecodingException {
    if (document.length > limits.bytes()) {
      throw new DecodingException(
          Reason.TOO_LARGE, "", "at most " + limits.bytes() + " bytes", document.length + " bytes");
    }
    String text = Utf8.decode(document);
    try (com.fasterxml.jackson.core.JsonParser tokens = FACTORY.createParser(text)) {
      JsonParser parser = new JsonParser(tokens, limits);
      tokens.nextToken();
      Json value = parser.value(0);
      if (tokens.nextToken() != null) {
        throw new DecodingException("", "one JSON value", "more after its end");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw new DecodingException(Reason.TOO_LARGE, "", "JSON within limits", "a limit broken");
    } catch (IOException e) {
      throw new DecodingException("", "well-formed JSON", "a syntax error" + where(e));
    }
  }

  /**
   * Reads a document that must be in its one spelling: compact, with our escapes. The order of
   * members is not judged here.
   *
   * @throws DecodingException also if another spelling of the same value is given
   */
  public static Json parseCanonical(byte[] document, Limits limits) throws DecodingException {
    Json value = parse(document, limits);
    requireCanonical(document, value);
    return value;
  }

  /**
   * Compares a document with the canonical form of what was read from it.
   *
   * @throws DecodingException if they differ
   */
  public static void requireCanonical(byte[] document, Json canonical) throws DecodingException {
    byte[] expected = canonical.toBytes();
    int difference = Arrays.mismatch(document, expected);
    if (difference >= 0) {
      throw new DecodingException(
          Reason.NOT_CANONICAL, "", "the canonical form", "another byte at " + difference);
    }
  }

  private Json value(int depth) throws IOException, DecodingException {
    if (depth > limits.depth()) {
      throw new DecodingException(
          Reason.TOO_LARGE, "", "nesting of at most " + limits.depth(), "deeper nesting");
    }
    JsonToken token = tokens.currentToken();
    if (token == null) {
      throw new DecodingException("", "a JSON value", "nothing");
    }
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> new Json.Text(text(tokens.getText()));
      case VALUE_NUMBER_INT -> number();
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      default ->
          throw new DecodingException(
              "", "an object, array, string, whole number or boolean", tokens.getText());
    };
  }

  private Json object(int depth) throws IOException, DecodingException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String key = text(tokens.currentName());
      tokens.nextToken();
      members.put(key, value(depth + 1));
    }
    return new Json.Obj(members);
  }

  private Json array(int depth) throws IOException, DecodingException {
    List<Json> items = new ArrayList<>();
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth + 1));
    }
    return new Json.Arr(items);
  }

  private Json number() throws IOException, DecodingException {
    String digits = tokens.getText();
    if (digits.length() > 19 || digits.equals("-0")) {
      throw new DecodingException("", "a whole number of at most 18 digits", digits);
    }
    return new Json.Int(tokens.getLongValue());
  }

  private String text(String text) throws DecodingException {
    if (text.length() > limits.text()) {
      throw new DecodingException(
          Reason.TOO_LARGE, "", "at most " + limits.text() + " characters", text);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new DecodingException("", "well-formed Unicode", "an unpaired surrogate");
      }
    }
    return text;
  }

  private static String where(IOException e) {
    return e instanceof com.fasterxml.jackson.core.JsonProcessingException problem
            && problem.getLocation() != null
        ? " at line "
            + (problem.getLocation().getLineNr()
                + ", column "
                + problem.getLocation().getColumnNr())
        : "";
  }

  private static JsonFactory factory() {
    return new JsonFactoryBuilder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(1 << 20)
                .maxNumberLength(40)
                .maxNestingDepth(64)
                .build())
        .build();
  }
}
