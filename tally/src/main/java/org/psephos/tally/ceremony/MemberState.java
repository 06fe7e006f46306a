package org.psephos.tally.ceremony;

import java.util.Arrays;
import java.util.Optional;
import org.psephos.crypto.ceremony.MemberKeys;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.threshold.SecretPolynomial;

/**
 * A member's secrets of one attempt and the record of what it did with them (docs/spec/encoding.md,
 * section 7.1). {@link #close} wipes the secrets.
 */
final class MemberState implements AutoCloseable {

  private final MemberKeys keys;
  private final Optional<SecretPolynomial> polynomial;
  private final MemberRecord record;

  MemberState(MemberKeys keys, Optional<SecretPolynomial> polynomial, MemberRecord record) {
    this.keys = keys;
    this.polynomial = polynomial;
    this.record = record;
  }

  MemberKeys keys() {
    return keys;
  }

  Optional<SecretPolynomial> polynomial() {
    return polynomial;
  }

  MemberRecord record() {
    return record;
  }

  /** The same secrets, which the old state must not close, with more done. */
  MemberState with(MemberRecord more) {
    return new MemberState(keys, polynomial, more);
  }

  /** The same keys, which the old state must not close, with a polynomial. */
  MemberState with(SecretPolynomial fresh, MemberRecord more) {
    return new MemberState(keys, Optional.of(fresh), more);
  }

  /** The caller wipes it. */
  byte[] encode() {
    byte[] mine = keys.exposeBytes();
    byte[] coefficients = polynomial.map(SecretPolynomial::exposeBytes).orElse(new byte[0]);
    byte[] made = record.encode();
    byte[] all = new byte[1 + mine.length + coefficients.length + made.length];
    all[0] = (byte) ((mine.length + coefficients.length) / length(keys.group()));
    System.arraycopy(mine, 0, all, 1, mine.length);
    System.arraycopy(coefficients, 0, all, 1 + mine.length, coefficients.length);
    System.arraycopy(made, 0, all, all.length - made.length, made.length);
    Arrays.fill(mine, (byte) 0);
    Arrays.fill(coefficients, (byte) 0);
    return all;
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DecodingException if it is anything else
   */
  static MemberState decode(byte[] bytes, Group group) throws DecodingException {
    int length = length(group);
    int scalars = bytes.length == 0 ? 0 : bytes[0];
    int end = 1 + scalars * length;
    if (scalars < 2 || end > bytes.length) {
      throw new DecodingException("", "two keys, coefficients and a record", "something else");
    }
    MemberRecord record = MemberRecord.decode(Arrays.copyOfRange(bytes, end, bytes.length), group);
    byte[] mine = Arrays.copyOfRange(bytes, 1, 1 + 2 * length);
    byte[] coefficients = Arrays.copyOfRange(bytes, 1 + 2 * length, end);
    try {
      MemberState state =
          new MemberState(
              MemberKeys.restore(group, mine),
              coefficients.length == 0
                  ? Optional.empty()
                  : Optional.of(SecretPolynomial.restore(group, coefficients)),
              record);
      state.requireWhole();
      return state;
    } finally {
      Arrays.fill(mine, (byte) 0);
      Arrays.fill(coefficients, (byte) 0);
    }
  }

  private void requireWhole() throws DecodingException {
    int coefficients = polynomial.map(p -> p.commitments().size()).orElse(0);
    if (!keys.belongTo(record.certificate())
        || coefficients != (record.commitment().isPresent() ? record.threshold() : 0)) {
      close();
      throw new DecodingException("", "secrets that fit the record", "others");
    }
  }

  private static int length(Group group) {
    return (group.orderBits() + 7) / 8;
  }

  @Override
  public void close() {
    keys.close();
    polynomial.ifPresent(SecretPolynomial::close);
  }
}
