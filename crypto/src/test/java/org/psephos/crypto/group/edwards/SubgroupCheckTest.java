package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cafe.cryptography.curve25519.InvalidEncodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

class SubgroupCheckTest {

  private static final Ed25519Group GROUP = Ed25519Group.instance();

  private static boolean passes(EdwardsElement point) {
    EdwardsElement affine = Points.affine(point);
    return SubgroupCheck.passes(affine.x(), affine.y());
  }

  @Test
  void ofTheEightSmallPointsOnlyTheIdentityPasses() throws Exception {
    List<EdwardsElement> points = Points.ofSmallOrder();
    Set<String> texts = new HashSet<>();
    for (EdwardsElement point : points) {
      texts.add(point.encode());
      assertThat(Elisabeth.point(point).isSmallOrder()).isTrue();
      assertThat(passes(point)).isEqualTo(point.isIdentity());
    }
    assertThat(texts).hasSize(8);
  }

  @Test
  void addingASmallPointTakesAMemberOutOfTheSubgroup() {
    SeededBytes random = new SeededBytes("cosets");
    List<EdwardsElement> small = Points.ofSmallOrder();
    for (int i = 0; i < 300; i++) {
      EdwardsElement member = EdwardsElement.own(GROUP.generatorBase().times(random.nextScalar()));
      for (int j = 0; j < small.size(); j++) {
        assertThat(passes(member.plus(small.get(j)))).isEqualTo(j == 0);
      }
    }
  }

  @Test
  void smallMultiplesOfTheGeneratorPassAndTheirCosetsDoNot() {
    List<EdwardsElement> small = Points.ofSmallOrder();
    EdwardsElement member = EdwardsElement.IDENTITY;
    for (int i = 0; i < 64; i++) {
      for (int j = 0; j < small.size(); j++) {
        assertThat(passes(member.plus(small.get(j)))).isEqualTo(j == 0);
        assertThat(passes(member.negate().plus(small.get(j)))).isEqualTo(j == 0);
      }
      member = member.plus(GROUP.generator());
    }
  }

  @Test
  void theVerdictIsThatOfTheMultiplicationByTheOrder() throws InvalidEncodingException {
    SeededBytes random = new SeededBytes("verdicts");
    int members = 0;
    for (int i = 0; i < 3000; i++) {
      EdwardsElement point = Points.next(random);
      boolean member = Points.timesOrder(point).isIdentity();
      members += member ? 1 : 0;
      assertThat(SubgroupCheck.passes(point.x(), point.y())).isEqualTo(member);
      if (i % 10 == 0) {
        assertThat(Elisabeth.point(point).isTorsionFree()).isEqualTo(member);
      }
    }
    assertThat(members).isBetween(300, 450);
  }

  @Test
  void pointsOutsideTheSubgroupAreNotDecoded() throws DecodingException {
    EdwardsElement member = EdwardsElement.own(GROUP.generator());
    assertThat(GROUP.decode(member.encode())).isEqualTo(member);
    for (EdwardsElement small : Points.ofSmallOrder().subList(1, 8)) {
      for (String text : List.of(small.encode(), member.plus(small).encode())) {
        assertThat(catchThrowableOfType(DecodingException.class, () -> GROUP.decode(text)).reason())
            .isEqualTo(Reason.NOT_IN_GROUP);
      }
    }
  }
}
