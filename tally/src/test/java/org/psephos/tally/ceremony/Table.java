package org.psephos.tally.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.ceremony.Deal;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.SignedMessage;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/**
 * A board and a mailbox between the members of a group. Every look of a member is that of a program
 * that was just started, and is repeated to see that it answers the same.
 */
final class Table {

  static final ElectionId ELECTION = new ElectionId("Ceremony123456");
  static final char[] PASSPHRASE = "correct horse".toCharArray();

  final int size;
  final int threshold;
  final Path folder;
  final SecureRandom random = new SecureRandom();
  final Map<Integer, MapMemory> memories = new HashMap<>();
  CeremonyView view;

  /** By recipient, then dealer. */
  final Map<Integer, Map<Integer, SealedShare>> mailbox = new HashMap<>();

  Table(int threshold, int size, Path folder) {
    this.size = size;
    this.threshold = threshold;
    this.folder = folder;
    this.view = CeremonyView.none(size, threshold);
    for (int index = 1; index <= size; index++) {
      memories.put(index, new MapMemory());
      mailbox.put(index, new HashMap<>());
    }
  }

  Membership membership(int index) {
    try {
      return new Membership(ELECTION, Groups.named("Ed25519"), index, size, threshold);
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }

  Path keyFile(int index) {
    return folder.resolve("member-" + index + ".key");
  }

  CeremonyMember started(int index) {
    return new CeremonyMember(
        membership(index), keyFile(index), memories.get(index), PASSPHRASE, random);
  }

  /** What a member that was just started does, and does again after another start. */
  CeremonyStep look(int index) throws Exception {
    CeremonyStep step = started(index).next(view, mailbox.get(index));
    assertThat(started(index).next(view, mailbox.get(index))).isEqualTo(step);
    return step;
  }

  /** Takes what a member sends to its place. */
  void post(int index, CeremonyStep step) {
    if (step instanceof CeremonyStep.SendCertificate sent) {
      certificate(index, Optional.of(sent.certificate()));
    } else if (step instanceof CeremonyStep.SendCommitment sent) {
      commitment(index, Optional.of(sent.commitment()));
    } else if (step instanceof CeremonyStep.SendDealing sent) {
      deal(index, sent.deal());
    } else if (step instanceof CeremonyStep.SendKey sent) {
      key(index, Optional.of(sent.key()));
    } else if (step instanceof CeremonyStep.SendComplaint sent) {
      end("member " + sent.against() + ": " + sent.fault());
    } else {
      throw new IllegalArgumentException("nothing to post: " + step);
    }
  }

  void deal(int index, Deal deal) {
    dealing(index, Optional.of(deal.dealing()));
    for (int to = 1; to <= size; to++) {
      mailbox.get(to).put(index, deal.shares().get(to - 1));
    }
  }

  /** Lets every member look and post in this order once. */
  void round(List<Integer> order) throws Exception {
    for (int index : order) {
      CeremonyStep step = look(index);
      if (step instanceof CeremonyStep.Send) {
        post(index, step);
      }
    }
  }

  /** All members do the steps before dealing, so that the next look deals. */
  void committed() throws Exception {
    round(all());
    round(all());
  }

  /** All members have dealt. */
  void dealt() throws Exception {
    committed();
    round(all());
  }

  List<Integer> all() {
    List<Integer> all = new ArrayList<>();
    for (int index = 1; index <= size; index++) {
      all.add(index);
    }
    return all;
  }

  List<Integer> shuffled() {
    List<Integer> order = all();
    Collections.shuffle(order, random);
    return order;
  }

  void certificate(int index, Optional<Certificate> certificate) {
    view = with(put(view.certificates(), index, certificate), view.commitments(), view.dealings());
  }

  void commitment(int index, Optional<Digest> commitment) {
    view = with(view.certificates(), put(view.commitments(), index, commitment), view.dealings());
  }

  void dealing(int index, Optional<Dealing> dealing) {
    view = with(view.certificates(), view.commitments(), put(view.dealings(), index, dealing));
  }

  void key(int index, Optional<TrusteeKey> key) {
    view =
        new CeremonyView(
            view.attempt(),
            size,
            threshold,
            view.certificates(),
            view.commitments(),
            view.dealings(),
            put(view.keys(), index, key),
            view.ended(),
            view.earlierCertificates(),
            view.earlierKeys());
  }

  void end(String reason) {
    view =
        new CeremonyView(
            view.attempt(),
            size,
            threshold,
            view.certificates(),
            view.commitments(),
            view.dealings(),
            view.keys(),
            Optional.of(reason),
            view.earlierCertificates(),
            view.earlierKeys());
  }

  private CeremonyView with(
      List<Optional<Certificate>> certificates,
      List<Optional<Digest>> commitments,
      List<Optional<Dealing>> dealings) {
    return new CeremonyView(
        view.attempt(),
        size,
        threshold,
        certificates,
        commitments,
        dealings,
        view.keys(),
        view.ended(),
        view.earlierCertificates(),
        view.earlierKeys());
  }

  private static <T> List<Optional<T>> put(List<Optional<T>> step, int index, Optional<T> part) {
    List<Optional<T>> changed = new ArrayList<>(step);
    changed.set(index - 1, part);
    return changed;
  }

  /** A member's secrets. */
  MemberState state(int index) throws DecodingException {
    return MemberState.decode(memories.get(index).kept.orElseThrow(), membership(index).group());
  }

  /** A member's dealing with other hashes, signed as only that member can. */
  Dealing resigned(int index, List<Digest> hashes) throws DecodingException {
    MemberState state = state(index);
    Dealing honest = state.record().deal().orElseThrow().dealing();
    byte[] both = state.keys().exposeBytes();
    TrusteeKeyPair signer =
        TrusteeKeyPair.restore(membership(index).group(), Arrays.copyOf(both, both.length / 2));
    String text =
        "psephos/shares/1|"
            + membership(index).ceremony(view.attempt()).id()
            + "|"
            + index
            + "|"
            + String.join(",", hashes.stream().map(Digest::hex).toList());
    return new Dealing(
        honest.coefficients(),
        hashes,
        SignedMessage.signature(text, signer, random),
        honest.signature());
  }
}
