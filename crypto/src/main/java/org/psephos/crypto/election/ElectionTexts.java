package org.psephos.crypto.election;

import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.finding.Inspection;

/**
 * The texts in {@code election.json} that belong to the election as a whole.
 *
 * @param name the title
 * @param description may have several lines
 * @param administrator who runs it
 * @param credentialAuthority who hands out credentials; in our own elections the digest of the
 *     manifest, see {@link Election#manifest}
 * @param language the language of the texts
 */
public record ElectionTexts(
    String name,
    String description,
    Optional<String> administrator,
    Optional<String> credentialAuthority,
    Optional<Language> language) {

  public ElectionTexts {
    requireShort(name);
    requireShort(description);
    administrator.ifPresent(ElectionTexts::requireShort);
    credentialAuthority.ifPresent(ElectionTexts::requireShort);
  }

  private static void requireShort(String text) {
    if (text.length() > Election.MAX_TEXT) {
      throw new IllegalArgumentException("a text has at most " + Election.MAX_TEXT + " characters");
    }
  }

  static ElectionTexts decode(JsonFields fields) throws DecodingException {
    return new ElectionTexts(
        fields.text("name"),
        fields.text("description"),
        fields.optional("administrator", JsonFields::text),
        fields.optional("credential_authority", JsonFields::text),
        fields.optional("language", Language::decode));
  }

  void inspect(Inspection.Notebook notebook) {
    TextRule.LINE.inspect(notebook, "name", name);
    TextRule.PARAGRAPHS.inspect(notebook, "description", description);
    administrator.ifPresent(text -> TextRule.LINE.inspect(notebook, "administrator", text));
    credentialAuthority.ifPresent(
        text -> TextRule.LINE.inspect(notebook, "credential_authority", text));
  }
}
