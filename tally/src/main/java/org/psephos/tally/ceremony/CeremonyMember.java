package org.psephos.tally.ceremony;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.ceremony.MemberKeys;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.tally.ceremony.CeremonyStep.Refused;
import org.psephos.tally.keyring.CeremonyFile;
import org.psephos.tally.keyring.KeyFileException;
import org.psephos.tally.keyring.TrusteeKeyRing;

/**
 * A member's part in a key ceremony. Between two calls of {@link #next} everything lies in the two
 * files, so that the program may end at any point: asked again with the same board, it answers the
 * same bytes. Not for use by several threads or processes at once.
 */
public final class CeremonyMember {

  private final Membership member;
  private final TrusteeKeyRing ring;
  private final MemberMemory memory;
  private final char[] passphrase;
  private final SecureRandom random;

  /**
   * Takes up a member's part where it was left.
   *
   * @param keyFile where the key will be; {@code keyFile.ceremony} stands beside it meanwhile
   * @param passphrase seals both; the caller wipes it when the member is not used any more
   */
  public CeremonyMember(Membership member, Path keyFile, char[] passphrase, SecureRandom random) {
    this(
        member,
        keyFile,
        new FileMemory(CeremonyFile.beside(keyFile, member.election()), passphrase, random),
        passphrase,
        random);
  }

  CeremonyMember(
      Membership member,
      Path keyFile,
      MemberMemory memory,
      char[] passphrase,
      SecureRandom random) {
    this.member = member;
    this.ring = new TrusteeKeyRing(keyFile, member.election(), member.group());
    this.memory = memory;
    this.passphrase = passphrase;
    this.random = random;
  }

  /**
   * What to do about what the board and the mailbox show.
   *
   * @param view what stands under a checkpoint that was verified and is consistent with every
   *     earlier one
   * @param mailbox the shares for this member that the server gave, by the index of the dealer;
   *     whatever bytes they are
   * @throws KeyFileException if a file cannot be read, opened or written
   */
  public CeremonyStep next(CeremonyView view, Map<Integer, SealedShare> mailbox)
      throws KeyFileException {
    if (view.size() != member.size() || view.threshold() != member.threshold()) {
      return new Refused(
          Refusal.TERMS,
          "agreed were "
              + terms(member.size(), member.threshold())
              + ", the board says "
              + terms(view.size(), view.threshold()));
    }
    Optional<MemberState> kept = recall();
    if (kept.isEmpty()) {
      return withoutState(view);
    }
    try (MemberState state = kept.get()) {
      return withState(view, mailbox, state);
    }
  }

  private static String terms(int size, int threshold) {
    return threshold + " of " + size;
  }

  private Optional<MemberState> recall() throws KeyFileException {
    Optional<byte[]> bytes = memory.recall();
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MemberState.decode(bytes.get(), member.group()));
    } catch (DecodingException e) {
      // Its text might quote what is sealed.
      throw new KeyFileException("the file of the ceremony opens, but holds no ceremony");
    } finally {
      Arrays.fill(bytes.get(), (byte) 0);
    }
  }

  private CeremonyStep withState(
      CeremonyView view, Map<Integer, SealedShare> mailbox, MemberState state)
      throws KeyFileException {
    MemberRecord record = state.record();
    if (record.index() != member.index()
        || record.size() != member.size()
        || record.threshold() != member.threshold()) {
      return new Refused(
          Refusal.TERMS,
          "this file takes part as member "
              + record.index()
              + " of a group of "
              + terms(record.size(), record.threshold()));
    }
    if (view.ended().isPresent() && record.attempt() <= view.attempt() + 1) {
      return new CeremonyStep.Ended(view.attempt(), view.ended().get());
    }
    if (record.attempt() > view.attempt()) {
      return new Refused(
          Refusal.ATTEMPT,
          "the board shows attempt "
              + view.attempt()
              + ", but this member took part in attempt "
              + record.attempt());
    }
    if (record.attempt() < view.attempt()) {
      return afterAttempt(record, view);
    }
    return new MemberSteps(member, ring, memory, passphrase, random, view, mailbox, state).next();
  }

  /** What was made in an attempt that has ended is given up. */
  private CeremonyStep afterAttempt(MemberRecord old, CeremonyView view) throws KeyFileException {
    // Whoever has committed itself had seen its certificate on the board.
    if (old.commitment().isPresent() && !view.earlierCertificates().contains(old.certificate())) {
      return new Refused(
          Refusal.HISTORY,
          "the board does not show this member's certificate of attempt " + old.attempt());
    }
    if (ring.hasKey() && !old.publicKey().equals(Optional.of(ring.publicKey()))) {
      return keyFileTaken();
    }
    return begin(view);
  }

  private CeremonyStep withoutState(CeremonyView view) throws KeyFileException {
    if (view.ended().isPresent()) {
      return new CeremonyStep.Ended(view.attempt(), view.ended().get());
    }
    if (!ring.hasKey()) {
      return begin(view);
    }
    Element held = ring.publicKey();
    Optional<TrusteeKey> published = view.keys().get(member.index() - 1);
    if (published.isPresent() && published.get().publicKey().equals(held)) {
      return watch(view);
    }
    return view.earlierKeys().stream().anyMatch(key -> key.publicKey().equals(held))
        ? begin(view)
        : keyFileTaken();
  }

  private static CeremonyStep keyFileTaken() {
    return new Refused(
        Refusal.KEY_FILE,
        "the key file exists and its key is not one of this ceremony; it is never replaced,"
            + " so name another file");
  }

  /** This member has done its part; it still looks at what the others do. */
  private CeremonyStep watch(CeremonyView view) throws KeyFileException {
    Ceremony ceremony = member.ceremony(view.attempt());
    Optional<Refused> fault = BoardCheck.of(ceremony, view);
    if (fault.isPresent()) {
      return fault.get();
    }
    ring.open(passphrase).close();
    return MemberSteps.last(ceremony, view);
  }

  /** The first step of an attempt, with everything fresh. */
  private CeremonyStep begin(CeremonyView view) throws KeyFileException {
    Ceremony ceremony = member.ceremony(view.attempt());
    Optional<Refused> fault = BoardCheck.of(ceremony, view);
    if (fault.isPresent()) {
      return fault.get();
    }
    if (view.certificates().get(member.index() - 1).isPresent()) {
      return new Refused(
          Refusal.OWN_UNKNOWN,
          "the board has a certificate in the name of member "
              + member.index()
              + " that was not made with this file");
    }
    if (ring.hasKey()) {
      ring.setAside(".before-attempt-" + view.attempt());
    }
    try (MemberKeys keys = MemberKeys.generate(member.group(), random)) {
      Certificate certificate = keys.certify(ceremony, member.index(), random);
      MemberRecord record = MemberRecord.of(member, view.attempt(), certificate);
      keep(memory, new MemberState(keys, Optional.empty(), record));
      return new CeremonyStep.SendCertificate(view.attempt(), certificate);
    }
  }

  static void keep(MemberMemory memory, MemberState state) throws KeyFileException {
    byte[] bytes = state.encode();
    try {
      memory.keep(state.record().certificate().verification(), bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
