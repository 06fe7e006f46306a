package org.psephos.crypto.group.edwards;

import java.util.List;

/**
 * Multiplication by public scalars, in variable time: never for secrets, which {@link
 * SecretMultiplication} takes. Several products share their doublings (Straus's method).
 */
final class PublicMultiplication {

  /** From this many points on, buckets (Pippenger's method) are faster than shared doublings. */
  static final int MANY = 80;

  private static final int LONG_WIDTH = 5;
  private static final int SHORT_WIDTH = 4;
  private static final int LONG_BITS = 160;

  private PublicMultiplication() {}

  /** One term of a sum: a scalar's digits and the table of its point. */
  record Term(PublicDigits digits, OddMultiples multiples) {

    static Term of(EdwardsElement element, EdwardsScalar factor) {
      PublicDigits digits = new PublicDigits(factor, LONG_WIDTH);
      if (digits.length() < LONG_BITS) {
        digits = new PublicDigits(factor, SHORT_WIDTH);
        return new Term(digits, OddMultiples.once(element, SHORT_WIDTH));
      }
      return new Term(digits, OddMultiples.once(element, LONG_WIDTH));
    }

    static Term of(OddMultiples multiples, EdwardsScalar factor) {
      return new Term(new PublicDigits(factor, multiples.width()), multiples);
    }
  }

  static EdwardsElement times(EdwardsElement element, EdwardsScalar factor) {
    return sum(Term.of(element, factor));
  }

  /** The sum of the products; the lists have equal length. */
  static EdwardsElement linearCombination(
      List<EdwardsScalar> factors, List<EdwardsElement> elements) {
    if (factors.size() >= MANY) {
      return Pippenger.sum(factors, elements);
    }
    Term[] terms = new Term[factors.size()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = Term.of(elements.get(i), factors.get(i));
    }
    return sum(terms);
  }

  static EdwardsElement sum(Term... terms) {
    int length = 0;
    for (Term term : terms) {
      length = Math.max(length, term.digits().length());
    }
    Accumulator sum = new Accumulator();
    Addend scratch = new Addend();
    for (int i = length - 1; i >= 0; i--) {
      sum.twice();
      for (Term term : terms) {
        term.multiples().addTo(sum, term.digits().at(i), scratch);
      }
    }
    return sum.toElement();
  }
}
