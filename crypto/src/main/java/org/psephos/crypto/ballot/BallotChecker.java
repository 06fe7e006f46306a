package org.psephos.crypto.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.crypto.ballot.BallotOutcome.Reason;
import org.psephos.crypto.ballot.BallotOutcome.Refused;
import org.psephos.crypto.ballot.BallotOutcome.Valid;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.proof.Schnorr;

/**
 * Judges the ballots of one election. Immutable and safe for use by many threads.
 *
 * <p>{@link #check} says everything about one ballot, the cheap questions before the expensive
 * ones. A verifier that reports each question by itself uses {@link #read}, {@link #weight}, {@link
 * #signatureHolds} and {@link #firstFalseProof}. Not judged: whether the election is open, whether
 * the ballot was cast before.
 */
public final class BallotChecker {

  private final Election election;
  private final CredentialList credentials;

  public BallotChecker(Election election, CredentialList credentials) {
    this.election = election;
    this.credentials = credentials;
  }

  /** Judges one ballot. */
  public BallotOutcome check(byte[] bytes) {
    try {
      BallotText text = BallotText.decode(bytes);
      Optional<Refused> refused = withoutArithmetic(text);
      if (refused.isEmpty() && !signatureHolds(text)) {
        refused = Optional.of(new Refused(Reason.BAD_SIGNATURE, "signature.proof"));
      }
      if (refused.isPresent()) {
        return refused.get();
      }
      Ballot ballot = text.read(election.group());
      Optional<String> falseProof = firstFalseProof(ballot);
      if (falseProof.isPresent()) {
        return new Refused(Reason.BAD_PROOF, falseProof.get());
      }
      long weight = credentials.weightOf(text.credential()).orElseThrow();
      return new Valid(ballot, Ballot.tracker(bytes), weight, revealing(ballot));
    } catch (DecodingException e) {
      return Refused.because(e);
    }
  }

  /**
   * Judges many ballots; the outcomes stand in the order of the ballots and are those of {@link
   * #check}. Whoever has many ballots asks here, so that they can be verified together.
   */
  public List<BallotOutcome> checkAll(List<byte[]> ballots) {
    return ballots.stream().map(this::check).toList();
  }

  /**
   * Reads a ballot of this election: its spelling, uuid, fingerprint and shape are right, every
   * element is a member. Credential, signature and proofs are not looked at.
   */
  public BallotReading read(byte[] bytes) {
    try {
      BallotText text = BallotText.decode(bytes);
      Optional<Refused> refused = misfit(text);
      if (refused.isPresent()) {
        return new BallotReading.Illegible(refused.get());
      }
      Ballot ballot = text.read(election.group());
      return new BallotReading.Legible(ballot, Ballot.tracker(bytes), revealing(ballot));
    } catch (DecodingException e) {
      return new BallotReading.Illegible(Refused.because(e));
    }
  }

  /** The weight of the ballot's credential; empty if it is not on the list. */
  public OptionalLong weight(Ballot ballot) {
    return credentials.weightOf(ballot.credential().encode());
  }

  /** True if the signature is over this very ballot and by its credential. */
  public boolean signatureHolds(Ballot ballot) {
    return ballot.signature().hash().equals(ballot.unsignedDigest())
        && signatureHolds(ballot.credential(), ballot.signature());
  }

  /** The place of the first proof that does not hold or is not there; empty if all do. */
  public Optional<String> firstFalseProof(Ballot ballot) {
    Optional<String> misshapen = misshapen(ballot.answers().stream().map(Answer::layout).toList());
    if (misshapen.isPresent()) {
      return misshapen;
    }
    String context = election.proofContext(ballot.credential());
    for (int i = 0; i < election.questions().size(); i++) {
      Answer answer = ballot.answers().get(i);
      AnswerStatements statements =
          new AnswerStatements(
              election.group(), election.questions().get(i), context, answer.choices());
      Optional<String> place = statements.firstFalse(election.publicKey(), answer);
      if (place.isPresent()) {
        return Optional.of("answers[" + i + "]." + place.get());
      }
    }
    return Optional.empty();
  }

  private Optional<Refused> withoutArithmetic(BallotText text) throws DecodingException {
    Optional<Refused> misfit = misfit(text);
    if (misfit.isPresent()) {
      return misfit;
    }
    if (!credentials.contains(text.credential())) {
      return refused(Reason.UNKNOWN_CREDENTIAL, "credential");
    }
    if (!text.signatureHash().equals(text.unsignedDigest().base64())) {
      return refused(Reason.BAD_SIGNATURE, "signature.hash");
    }
    return Optional.empty();
  }

  private Optional<Refused> misfit(BallotText text) {
    if (!text.electionUuid().equals(election.uuid().value())) {
      return refused(Reason.WRONG_ELECTION, "election_uuid");
    }
    if (!text.electionHash().equals(election.fingerprint().base64())) {
      return refused(Reason.WRONG_ELECTION, "election_hash");
    }
    return misshapen(text.answers()).map(place -> new Refused(Reason.WRONG_SHAPE, place));
  }

  private Optional<String> misshapen(List<? extends Layout<?, ?>> answers) {
    if (answers.size() != election.questions().size()) {
      return Optional.of("answers");
    }
    for (int i = 0; i < answers.size(); i++) {
      Optional<String> place = answers.get(i).mismatch(election.questions().get(i));
      if (place.isPresent()) {
        return Optional.of("answers[" + i + "]." + place.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<Refused> refused(Reason reason, String path) {
    return Optional.of(new Refused(reason, path));
  }

  private boolean signatureHolds(BallotText text) throws DecodingException {
    return signatureHolds(
        text.readCredential(election.group()), text.readSignature(election.group()));
  }

  private static boolean signatureHolds(Element credential, BallotSignature signature) {
    return Schnorr.verify(BallotSignature.prefix(signature.hash()), credential, signature.proof());
  }

  private static List<String> revealing(Ballot ballot) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < ballot.answers().size(); i++) {
      List<Ciphertext> choices = ballot.answers().get(i).choices();
      for (int j = 0; j < choices.size(); j++) {
        if (choices.get(j).alpha().isIdentity()) {
          places.add("answers[" + i + "].choices[" + j + "].alpha");
        }
      }
    }
    return places;
  }
}
