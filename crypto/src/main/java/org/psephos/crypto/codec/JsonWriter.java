package org.psephos.crypto.codec;

import java.util.Map;

/** Writes the one spelling of a JSON value (protocol §1). */
final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(256);

  private JsonWriter() {}

  static byte[] write(Json value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return Utf8.encode(writer.out.toString());
  }

  private void value(Json value) {
    if (value instanceof Json.Obj object) {
      object(object);
    } else if (value instanceof Json.Arr array) {
      array(array);
    } else if (value instanceof Json.Text text) {
      text(text.value());
    } else if (value instanceof Json.Int number) {
      out.append(number.value());
    } else if (value instanceof Json.Bool bool) {
      out.append(bool.value());
    }
  }

  private void object(Json.Obj object) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      out.append(separator);
      text(member.getKey());
      out.append(':');
      value(member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void array(Json.Arr array) {
    out.append('[');
    String separator = "";
    for (Json item : array.items()) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < 0x20 || c == 0x7f) {
          out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
          out.append(c);
        }
      }
    }
  }
}
