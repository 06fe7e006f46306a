package org.psephos.tally.simulation;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.DecryptionProofEntry;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.RegistrarKey;
import org.psephos.board.entry.RegistrarReadyEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.ready.ReadyContext;
import org.psephos.board.ready.RegistrarReady;
import org.psephos.board.ready.TrusteeReady;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.decryption.Combination;
import org.psephos.crypto.decryption.ElectionResult;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.Owned;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.StrongDecryptionProof;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.tally.outcome.Outcome;

/** The registrar and the trustees of a simulation, with their fresh keys. */
final class Office implements AutoCloseable {

  private final SecureRandom random;
  private final SigningKey registrar;
  private final KeyMaking keys;

  private Office(KeyMaking keys, SecureRandom random) {
    this.random = random;
    this.registrar = SigningKey.generate(random);
    this.keys = keys;
  }

  static Office of(Plan plan, ElectionId uuid, SecureRandom random) {
    int trustees = plan.trustees();
    if (plan.threshold().isEmpty()) {
      return new Office(new SingleKeys(plan.group(), trustees, random), random);
    }
    Ceremony ceremony = new Ceremony(uuid, 1, plan.group(), trustees, plan.threshold().getAsInt());
    return new Office(new GroupKeys(ceremony, random), random);
  }

  RegistrarKey registrar() {
    return new RegistrarKey(registrar.verifyingKey().hex());
  }

  Trustees trustees() {
    return keys.trustees();
  }

  void postKeys(SimulatedBoard board) throws IOException {
    keys.post(board);
  }

  /** All of them say that they are ready, about the board as it is now. */
  void postReady(SimulatedBoard board, Election election) throws IOException {
    TreeHead head = board.head();
    ReadyContext context =
        new ReadyContext(election.group(), election.fingerprint(), head.size(), head.root());
    for (int owner = 1; owner <= keys.pairs().size(); owner++) {
      BoardObject ready =
          TrusteeReady.prove(context, owner, keys.pairs().get(owner - 1).secret(), random).encode();
      board.append(new TrusteeReadyEntry(owner, ready.hash()), ready);
    }
    BoardObject ready = RegistrarReady.sign(context, registrar).encode();
    board.append(new RegistrarReadyEntry(ready.hash()), ready);
  }

  /**
   * As many trustees as are needed, drawn at random, decrypt the sums; then the counts are known.
   */
  ElectionResult decrypt(SimulatedBoard board, Election election, EncryptedTally tally, long weight)
      throws IOException {
    Map<Integer, PartialDecryption> partials = new HashMap<>();
    List<Integer> owners =
        new ArrayList<>(IntStream.rangeClosed(1, keys.pairs().size()).boxed().toList());
    Collections.shuffle(owners, random);
    for (int owner : owners.subList(0, keys.needed())) {
      partials.put(owner, decrypt(board, election, tally, owner));
    }
    Outcome outcome = Outcome.of(new Combination(trustees(), tally, partials), weight);
    if (outcome instanceof Outcome.Counted counted) {
      return counted.result();
    }
    throw new IllegalStateException("the sums do not open: " + outcome);
  }

  private PartialDecryption decrypt(
      SimulatedBoard board, Election election, EncryptedTally tally, int owner) throws IOException {
    TrusteeKeyPair pair = keys.pairs().get(owner - 1);
    PartialDecryption partial = PartialDecryption.make(election, tally, pair, random);
    BoardObject part = BoardObject.of(partial.encode());
    BoardObject owned = BoardObject.of(new Owned(owner, part.hash()).encode());
    BoardObject proof =
        BoardObject.of(
            StrongDecryptionProof.prove(election, tally, owner, pair, partial, random).encode());
    board.append(
        List.of(new PartialDecryptionEntry(owned.hash()), new DecryptionProofEntry(proof.hash())),
        List.of(part, owned, proof));
    return partial;
  }

  @Override
  public void close() {
    registrar.close();
    keys.close();
  }
}
