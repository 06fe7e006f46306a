package org.psephos.tally.roll;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The logins of a list, and which of them are one. Two logins are equal if they are after NFC and
 * full case folding. They look like each other if they then have the same skeleton (Unicode
 * Technical Standard 39) and at least one has letters beyond ASCII: a Cyrillic letter in the place
 * of a Latin one, say. Among ASCII logins only equality counts, since 1 and l, or rn and m, are
 * told apart in every list of numbers and names.
 */
final class Logins {

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private final SpoofChecker checker = new SpoofChecker.Builder().build();
  private final boolean allowSimilar;
  private final Map<String, Long> lineOf = new HashMap<>();
  private final Map<String, Long> asciiSkeletons = new HashMap<>();
  private final Map<String, Long> otherSkeletons = new HashMap<>();

  Logins(boolean allowSimilar) {
    this.allowSimilar = allowSimilar;
  }

  /** The form in which equal logins are equal. */
  static String oneForm(String login) {
    return NFC.normalize(UCharacter.foldCase(NFC.normalize(login), true));
  }

  /** Takes a login; if one like it was there before, says so and where. */
  Optional<String> take(String login, long line) {
    String form = oneForm(login);
    Long equal = lineOf.putIfAbsent(form, line);
    if (equal != null) {
      return Optional.of("the same login as line " + equal);
    }
    return allowSimilar ? Optional.empty() : similar(form, line);
  }

  private Optional<String> similar(String form, long line) {
    boolean ascii = form.chars().allMatch(c -> c < 128);
    String skeleton = checker.getSkeleton(form);
    Long other = otherSkeletons.get(skeleton);
    if (other == null && !ascii) {
      other = asciiSkeletons.get(skeleton);
    }
    (ascii ? asciiSkeletons : otherSkeletons).putIfAbsent(skeleton, line);
    return other == null
        ? Optional.empty()
        : Optional.of(
            "a login that looks like the one in line "
                + other
                + "; if they are two voters, say --allow-similar");
  }
}
