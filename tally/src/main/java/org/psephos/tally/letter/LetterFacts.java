package org.psephos.tally.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.hash.Digest;

/**
 * What every letter of an election says. The fingerprint pins all but the last three.
 *
 * @param uuid the election
 * @param fingerprint of the election
 * @param mode election or rehearsal
 * @param text what voters read, in the language of the letters
 * @param opens no ballot before
 * @param closes no end of voting before
 * @param page where voters vote; without fragment and query
 * @param zone in which times are written
 * @param help whom voters can ask, if the registrar says
 */
public record LetterFacts(
    String uuid,
    Digest fingerprint,
    Mode mode,
    TextDefinition text,
    Instant opens,
    Instant closes,
    String page,
    ZoneId zone,
    Optional<String> help) {

  public LetterFacts {
    if (page.indexOf('#') >= 0 || page.indexOf('?') >= 0) {
      throw new IllegalArgumentException("the page of the vote has no fragment and no query");
    }
  }

  /**
   * The page with a code where no server sees it, and with the fingerprint, by which the voter's
   * device tells whether it is shown the election that the registrar checked.
   */
  public String link(String code) {
    return page + "#" + code + "/" + fingerprint.base64Url();
  }
}
