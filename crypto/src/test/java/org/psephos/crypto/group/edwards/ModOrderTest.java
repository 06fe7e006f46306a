package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.group.Scalar;

class ModOrderTest {

  private static final BigInteger Q =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static List<BigInteger> edges() {
    List<BigInteger> edges = new ArrayList<>();
    for (int bit = 0; bit < 253; bit += 7) {
      edges.add(BigInteger.TWO.pow(bit));
      edges.add(BigInteger.TWO.pow(bit).subtract(BigInteger.ONE));
      edges.add(Q.subtract(BigInteger.TWO.pow(bit)));
    }
    edges.add(BigInteger.ZERO);
    edges.add(BigInteger.TWO.pow(252));
    edges.add(Q.shiftRight(1));
    return edges;
  }

  private static long[] limbs(BigInteger number) {
    return ModOrder.ofBytes(number.toByteArray());
  }

  private static BigInteger number(long[] limbs) {
    return new BigInteger(1, ModOrder.toBytes(limbs));
  }

  @Test
  void sumsDifferencesAndProductsAreThoseOfBigInteger() {
    for (BigInteger a : edges()) {
      for (BigInteger b : edges()) {
        assertThat(number(ModOrder.add(limbs(a), limbs(b)))).isEqualTo(a.add(b).mod(Q));
        assertThat(number(ModOrder.subtract(limbs(a), limbs(b)))).isEqualTo(a.subtract(b).mod(Q));
        assertThat(number(ModOrder.multiply(limbs(a), limbs(b)))).isEqualTo(a.multiply(b).mod(Q));
      }
    }
  }

  @Property
  void anyNumberOfBytesIsReduced(@ForAll byte[] bytes) {
    assertThat(number(ModOrder.ofBytes(bytes))).isEqualTo(new BigInteger(1, bytes).mod(Q));
  }

  @Property
  void anyLongIsReduced(@ForAll long value) {
    assertThat(number(ModOrder.ofLong(value))).isEqualTo(BigInteger.valueOf(value).mod(Q));
  }

  @Property
  void decimalsAreThoseOfBigInteger(@ForAll byte[] bytes) throws Exception {
    long[] limbs = ModOrder.ofBytes(bytes);
    String text = ScalarText.print(limbs);
    assertThat(text).isEqualTo(number(limbs).toString());
    assertThat(ScalarText.parse(text)).isEqualTo(limbs);
  }

  @Test
  void decimalsOfTheEdgesAreThoseOfBigInteger() throws Exception {
    for (BigInteger edge : edges()) {
      assertThat(ScalarText.print(limbs(edge))).isEqualTo(edge.toString());
      assertThat(ScalarText.parse(edge.toString())).isEqualTo(limbs(edge));
    }
  }

  @Test
  void anInverseTimesItsNumberIsOne() {
    Scalar one = Ed25519Group.instance().scalar(1);
    SeededBytes random = new SeededBytes("inverse");
    for (int i = 0; i < 100; i++) {
      Scalar scalar = random.nextScalar();
      assertThat(scalar.times(scalar.invert())).isEqualTo(one);
    }
    assertThatThrownBy(() -> Ed25519Group.instance().zero().invert())
        .isInstanceOf(ArithmeticException.class);
  }
}
