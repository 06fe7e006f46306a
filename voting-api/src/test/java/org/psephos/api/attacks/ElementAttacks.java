package org.psephos.api.attacks;

import static org.psephos.api.attacks.Attack.BAD_PROOF;
import static org.psephos.api.attacks.Attack.MALFORMED;
import static org.psephos.api.attacks.Attack.NOT_CANONICAL;
import static org.psephos.api.attacks.Attack.NOT_IN_GROUP;
import static org.psephos.api.attacks.Attack.UNKNOWN_CREDENTIAL;
import static org.psephos.api.attacks.Attack.before;
import static org.psephos.api.attacks.Attack.behind;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.fixture.ForeignText;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;

/** Texts in the place of elements and scalars that stand for none, or not in their one spelling. */
final class ElementAttacks {

  private static final List<String> ELEMENTS =
      List.of(
          "answers[0].choices[0].alpha",
          "answers[0].choices[2].beta",
          "answers[1].choices[0].alpha",
          "answers[1].choices[2].beta");

  private static final List<String> SCALARS =
      List.of(
          "answers[0].individual_proofs[1][0].challenge",
          "answers[0].overall_proof[1].response",
          "answers[1].blank_proof[0].challenge");

  private ElementAttacks() {}

  /** What fits Ed25519. */
  static List<Attack> ofEd25519() {
    List<Attack> attacks = new ArrayList<>();
    for (String path : ELEMENTS) {
      attacks.add(
          element("a point of order 2 added", NOT_IN_GROUP, path, ForeignText::plusOrderTwo));
      attacks.add(foreign("the point of order 2", NOT_IN_GROUP, path, 1));
      attacks.add(foreign("a point of order 4", NOT_IN_GROUP, path, 2));
      attacks.add(foreign("y = 1 written as p + 1", NOT_CANONICAL, path, 3));
      attacks.add(text("upper case", NOT_CANONICAL, path, t -> t.toUpperCase(Locale.ROOT)));
      attacks.add(text("63 digits", MALFORMED, path, t -> t.substring(1)));
      attacks.add(text("65 digits", MALFORMED, path, t -> "0" + t));
      attacks.add(text("0x", MALFORMED, path, t -> "0x" + t.substring(2)));
      attacks.add(text("a number", MALFORMED, path, t -> "4"));
    }
    attacks.addAll(ofAnyGroup(SCALARS));
    return attacks;
  }

  /** What fits the 2048-bit groups. */
  static List<Attack> ofBelenios2048() {
    List<Attack> attacks = new ArrayList<>();
    for (String path : ELEMENTS.subList(0, 2)) {
      attacks.add(element("the negative", NOT_IN_GROUP, path, ForeignText::plusOrderTwo));
      attacks.add(foreign("zero", NOT_IN_GROUP, path, 1));
      attacks.add(foreign("p", NOT_IN_GROUP, path, 2));
      attacks.add(foreign("-1", NOT_IN_GROUP, path, 3));
      attacks.add(foreign("p more", NOT_IN_GROUP, path, 4));
      attacks.add(
          element(
              "an element of order 3 added", NOT_IN_GROUP, path, ElementAttacks::plusOrderThree));
      attacks.add(text("a leading zero", NOT_CANONICAL, path, t -> "0" + t));
      attacks.add(text("a sign", NOT_CANONICAL, path, t -> "+" + t));
      attacks.add(text("hexadecimal", MALFORMED, path, t -> "0x1"));
      attacks.add(text("Arabic-Indic digits", MALFORMED, path, ElementAttacks::arabic));
    }
    attacks.addAll(ofAnyGroup(SCALARS.subList(0, 1)));
    return attacks;
  }

  private static List<Attack> ofAnyGroup(List<String> scalars) {
    List<Attack> attacks = new ArrayList<>();
    attacks.add(
        element("the identity", BAD_PROOF, ELEMENTS.get(0), e -> e.group().identity().encode()));
    attacks.add(
        text(
            "an element of another group", MALFORMED, ELEMENTS.get(1), ElementAttacks::otherGroup));
    attacks.add(
        before(
            "small order added to the credential",
            UNKNOWN_CREDENTIAL,
            (turn, honest) ->
                JsonEdit.replace(
                    honest, "credential", ForeignText.plusOrderTwo(turn.voter().credential()))));
    for (String path : scalars) {
      attacks.add(scalar("q more", NOT_CANONICAL, path, (s, q) -> s.add(q).toString()));
      attacks.add(scalar("q less", NOT_CANONICAL, path, (s, q) -> s.subtract(q).toString()));
      attacks.add(scalar("q itself", NOT_CANONICAL, path, (s, q) -> q.toString()));
      attacks.add(text("a leading zero", NOT_CANONICAL, path, t -> "0" + t));
      attacks.add(text("a sign", NOT_CANONICAL, path, t -> "+" + t));
      attacks.add(text("an exponent", MALFORMED, path, t -> "1e9"));
      attacks.add(text("an underscore", MALFORMED, path, t -> "1_0"));
      attacks.add(text("Arabic-Indic digits", MALFORMED, path, ElementAttacks::arabic));
      attacks.add(text("19,000 digits", NOT_CANONICAL, path, t -> "1".repeat(19_000)));
      attacks.add(text("nothing", MALFORMED, path, t -> ""));
      attacks.add(text("another number", BAD_PROOF, path, t -> "7"));
    }
    return attacks;
  }

  private static Attack text(
      String name, String problem, String path, UnaryOperator<String> change) {
    return behind(
        name + " at " + path,
        problem,
        (turn, honest) ->
            JsonEdit.replace(honest, path, change.apply(JsonEdit.text(honest, path))));
  }

  /** Makes a text of an element. */
  @FunctionalInterface
  private interface Texts {
    String of(Element element);
  }

  private static Attack element(String name, String problem, String path, Texts change) {
    return behind(
        name + " at " + path,
        problem,
        (turn, honest) -> {
          Group group = turn.election().group();
          Element element = group.decode(JsonEdit.text(honest, path));
          return JsonEdit.replace(honest, path, change.of(element));
        });
  }

  private static Attack foreign(String name, String problem, String path, int which) {
    return element(name, problem, path, e -> ForeignText.notMembers(e).get(which));
  }

  /** Makes a text of a scalar and the order of the group. */
  @FunctionalInterface
  private interface Numbers {
    String of(BigInteger scalar, BigInteger order);
  }

  private static Attack scalar(String name, String problem, String path, Numbers change) {
    return behind(
        name + " at " + path,
        problem,
        (turn, honest) -> {
          BigInteger order = ForeignText.order(turn.election().group());
          BigInteger scalar = new BigInteger(JsonEdit.text(honest, path));
          return JsonEdit.replace(honest, path, change.of(scalar, order));
        });
  }

  /** Six divides (p − 1)/q: times a cube root of 1, an element leaves the group. */
  private static String plusOrderThree(Element element) {
    BigInteger p = new BigInteger(ForeignText.notMembers(element).get(2));
    BigInteger exponent = p.subtract(BigInteger.ONE).divide(BigInteger.valueOf(3));
    BigInteger root = BigInteger.ONE;
    for (long base = 2; root.equals(BigInteger.ONE); base++) {
      root = BigInteger.valueOf(base).modPow(exponent, p);
    }
    return new BigInteger(element.encode()).multiply(root).mod(p).toString();
  }

  private static String arabic(String digits) {
    StringBuilder arabic = new StringBuilder();
    digits
        .chars()
        .forEach(c -> arabic.append(c >= '0' && c <= '9' ? (char) (c + 0x630) : (char) c));
    return arabic.toString();
  }

  private static String otherGroup(String text) {
    String other = text.length() == 64 ? "BELENIOS-2048" : "Ed25519";
    try {
      return Groups.named(other).generator().negate().encode();
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
