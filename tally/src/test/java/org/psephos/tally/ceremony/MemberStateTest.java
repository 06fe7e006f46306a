package org.psephos.tally.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.ceremony.Deal;
import org.psephos.crypto.ceremony.Evidence;
import org.psephos.crypto.ceremony.MemberKeys;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.keyfile.KeyFileHeader;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.Certificate;

/** What a member keeps between two steps has one spelling and fits into its file. */
class MemberStateTest {

  private final SeededRandom random = SeededRandom.of("state");

  /**
   * The longest elements and scalars, the most members, and a complaint about the longest share.
   */
  private MemberState largest(String group, int size) throws Exception {
    Membership member = new Membership(Table.ELECTION, Groups.named(group), size, size, size);
    Ceremony ceremony = member.ceremony(1);
    List<MemberKeys> keys = new ArrayList<>();
    List<Certificate> certificates = new ArrayList<>();
    for (int index = 1; index <= size; index++) {
      keys.add(MemberKeys.generate(member.group(), random));
      certificates.add(keys.get(index - 1).certify(ceremony, index, random));
    }
    MemberKeys mine = keys.get(size - 1);
    SecretPolynomial polynomial = SecretPolynomial.random(member.group(), size, random);
    Deal deal = Deal.make(ceremony, size, certificates, mine, polynomial, random);
    List<Digest> seen = Collections.nCopies(size, Digest.sha256("seen"));
    Evidence evidence =
        new Evidence(
            Optional.of(
                new Evidence.Opening(polynomial.commitments().get(0), deal.dealing().signature())),
            SealedShare.of(new byte[SealedShare.MOST_BYTES]));
    MemberRecord record =
        MemberRecord.of(member, 1, certificates.get(size - 1))
            .committed(Digest.sha256("commitment"), seen)
            .dealt(deal, seen)
            .complaining(new MemberRecord.Complaint(1, evidence), seen);
    return new MemberState(mine, Optional.of(polynomial), record);
  }

  @Test
  void theLargestStateFitsIntoItsFile() throws Exception {
    MemberState state = largest("RFC-3526-2048", 25);
    byte[] bytes = state.encode();

    assertThat(bytes.length)
        .isGreaterThan(100_000)
        .isLessThan(KeyFileHeader.Role.CEREMONY.mostBytes());
    MemberState read = MemberState.decode(bytes, state.keys().group());
    assertThat(read.record()).isEqualTo(state.record());
    assertThat(read.keys().belongTo(state.record().certificate())).isTrue();
    assertThat(read.polynomial().orElseThrow().commitments())
        .isEqualTo(state.polynomial().orElseThrow().commitments());
    assertThat(read.encode()).isEqualTo(bytes);
  }

  @Test
  void nothingElseIsReadAsAState() throws Exception {
    MemberState state = largest("Ed25519", 2);
    byte[] bytes = state.encode();
    assertThat(MemberState.decode(bytes, state.keys().group()).encode()).isEqualTo(bytes);

    byte[] fewer = bytes.clone();
    fewer[0]--;
    byte[] otherKey = bytes.clone();
    otherKey[40] ^= 1;
    byte[] noPolynomial = new byte[bytes.length - 64];
    noPolynomial[0] = 2;
    System.arraycopy(bytes, 1, noPolynomial, 1, 64);
    System.arraycopy(bytes, 129, noPolynomial, 65, bytes.length - 129);
    for (byte[] wrong :
        new byte[][] {
          {},
          {2},
          {-1},
          fewer,
          otherKey,
          noPolynomial,
          Arrays.copyOf(bytes, bytes.length - 1),
          Arrays.copyOf(bytes, bytes.length + 1),
          Utf8.encode("{}")
        }) {
      assertThatThrownBy(() -> MemberState.decode(wrong, state.keys().group()))
          .isInstanceOf(DecodingException.class);
    }
  }

  @Test
  void aRecordThatWasNotWrittenByUsIsRefused() throws Exception {
    MemberRecord record = largest("Ed25519", 2).record();
    String text = Utf8.decode(record.encode());
    for (String wrong :
        new String[] {
          text.replace("\"attempt\":1", "\"attempt\":0"),
          text.replace("\"attempt\":1", "\"attempt\":4294967297"),
          text.replace("\"attempt\":1", "\"attempt\":1,\"more\":1"),
          text.replace("\"seen_dealings\":[", "\"seen_dealings\":[\"\","),
          text + " "
        }) {
      assertThat(wrong).isNotEqualTo(text);
      assertThatThrownBy(() -> MemberRecord.decode(Utf8.encode(wrong), Groups.named("Ed25519")))
          .isInstanceOf(DecodingException.class);
    }
    assertThat(MemberRecord.decode(record.encode(), Groups.named("Ed25519"))).isEqualTo(record);
  }
}
