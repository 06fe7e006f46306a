package org.psephos.tally.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.entry.ResultEntry;
import org.psephos.board.entry.Rules;
import org.psephos.crypto.ballot.Ballot;
import org.psephos.crypto.ballot.BallotMaker;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.decryption.ElectionResult;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.ElectionId;
import org.psephos.tally.aggregation.BallotSum;

/**
 * Holds a synthetic election from Genesis to Result and writes its bundle and its Belenios archive.
 * Works on all cores; memory holds some hundred bytes for each voter and each ballot, and never the
 * ballots themselves. The board's times lie in the two hours before the simulation, which is a
 * rehearsal in mode and says in its texts that nobody voted.
 */
public final class Simulation {

  /** The file name of the bundle. */
  public static final String BUNDLE = "election.bundle.tar";

  private static final int AT_ONCE = 256;
  private static final long HOUR = 3600;

  private final Plan plan;
  private final SimulationProgress progress;
  private final SecureRandom random = new SecureRandom();
  private final ElectionId uuid = ElectionId.random(random);
  private final long closes = Instant.now().getEpochSecond();
  private final long opens = closes - HOUR;

  /** Prepares a simulation; every run is another election. */
  public Simulation(Plan plan, SimulationProgress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Runs once.
   *
   * @param folder made if it is not there; needs room for three times the ballots for a while
   * @throws IOException also if there is a bundle in the folder already
   */
  public SimulatedElection run(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path bundle = folder.resolve(BUNDLE);
    if (Files.exists(bundle)) {
      throw new IOException(bundle + " is there already");
    }
    Path work = Files.createTempDirectory(folder, ".simulation-");
    try (SimulatedBoard board = SimulatedBoard.create(work, uuid, random);
        Office office = Office.of(plan, uuid, random);
        Electorate voters = Electorate.of(plan.group(), plan.voters(), random)) {
      Election election = prepare(board, office, voters);
      Turnout turnout = Turnout.draw(plan, random);
      BallotSum sum = vote(board, election, voters, turnout);
      List<Long> counts = count(board, office, election, sum, turnout);
      Path archive = folder.resolve(uuid.value() + ".bel");
      board.writeArchive(archive);
      board.writeBundle(bundle);
      return new SimulatedElection(
          uuid, election.fingerprint(), sum.ballots(), counts, bundle, archive);
    } finally {
      delete(work);
    }
  }

  private Election prepare(SimulatedBoard board, Office office, Electorate voters)
      throws IOException {
    GenesisEntry genesis =
        new GenesisEntry(
            plan.group().name(), board.log(), Mode.REHEARSAL, opens - HOUR, uuid.value());
    board.append(genesis);
    office.postKeys(board);
    BoardObject list = BoardObject.of(voters.list().encode());
    board.append(
        new CredentialsEntry(voters.list().size(), list.hash(), office.registrar(), 0), list);
    Rules rules = Definition.rules(opens, closes, voters.list());
    Definition definition =
        Definition.of(
            genesis, rules, office.registrar(), office.trustees(), voters.list(), plan.answers());
    board.append(List.of(definition.setup()), definition.objects());
    office.postReady(board, definition.election());
    board.append(new OpenEntry(opens));
    return definition.election();
  }

  private BallotSum vote(
      SimulatedBoard board, Election election, Electorate voters, Turnout turnout)
      throws IOException {
    BallotMaker maker = new BallotMaker(election, random);
    BallotSum sum = new BallotSum(election);
    for (int from = 0; from < plan.ballots(); from += AT_ONCE) {
      int to = Math.min(plan.ballots(), from + AT_ONCE);
      List<Ballot> ballots =
          IntStream.range(from, to)
              .parallel()
              .mapToObj(number -> ballot(maker, voters, turnout, number))
              .toList();
      board.cast(ballots.parallelStream().map(b -> BoardObject.of(b.encode())).toList());
      for (int number = from; number < to; number++) {
        if (turnout.counts(number)) {
          sum.add(ballots.get(number - from), 1);
        }
      }
      progress.cast(to, plan.ballots());
    }
    board.append(new EndBallotsEntry(closes));
    return sum;
  }

  private static Ballot ballot(BallotMaker maker, Electorate voters, Turnout turnout, int number) {
    try (CredentialKey key = voters.key(turnout.voter(number))) {
      return maker.make(key, turnout.choices(number));
    }
  }

  private static List<Long> count(
      SimulatedBoard board, Office office, Election election, BallotSum sum, Turnout turnout)
      throws IOException {
    BoardObject tally = BoardObject.of(sum.tally().encode());
    BoardObject sized = BoardObject.of(sum.sized().encode());
    board.append(new EncryptedTallyEntry(sized.hash()), tally, sized);
    ElectionResult result = office.decrypt(board, election, sum.tally(), sum.weight());
    List<Long> counts = result.counts().all();
    if (!counts.equals(turnout.expected())) {
      throw new IllegalStateException("the count is not what was voted");
    }
    BoardObject object = BoardObject.of(result.encode());
    board.append(new ResultEntry(object.hash()), object);
    return counts;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
