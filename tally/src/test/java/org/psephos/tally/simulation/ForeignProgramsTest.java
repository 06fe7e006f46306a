package org.psephos.tally.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.bel.BelArchive;
import org.psephos.board.bel.BelEvent;
import org.psephos.board.bel.BelEventType;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.group.Groups;
import org.psephos.tally.simulation.ForeignProgram.Ended;

/** Programs that share no code with ours accept what we make, and refuse it altered. */
class ForeignProgramsTest {

  private static final String CHECKER = "../crypto/src/test/python/verify_ballot.py";
  private static final int LARGEST = 1 << 20;

  @TempDir Path folder;

  @Test
  void belenios20VerifiesAnElectionOfOurs() throws Exception {
    ForeignProgram tool = ForeignProgram.named("belenios-tool");
    SimulatedElection election = simulate("BELENIOS-2048", 12);
    Ended honest = tool.run("election", "verify", "--dir", folder.toString());
    assertThat(honest.output()).contains("all checks passed");
    assertThat(honest.status()).isZero();

    byte[] archive = Files.readAllBytes(election.archive());
    archive[archive.length - 700] ^= 1;
    Files.write(election.archive(), archive);
    assertThat(tool.run("election", "verify", "--dir", folder.toString()).status()).isNotZero();
  }

  /** Any two of three decrypt; the tool takes our certificates, dealings and keys as its own. */
  @Test
  void belenios20VerifiesAnElectionOfAThresholdGroup() throws Exception {
    ForeignProgram tool = ForeignProgram.named("belenios-tool");
    Plan plan = new Plan(Groups.named("BELENIOS-2048"), 6, 2, 25, 3, OptionalInt.of(2));
    SimulatedElection election = new Simulation(plan, (cast, all) -> {}).run(folder);
    Ended honest = tool.run("election", "verify", "--dir", folder.toString());
    assertThat(honest.output()).contains("all checks passed");
    assertThat(honest.status()).isZero();

    byte[] archive = Files.readAllBytes(election.archive());
    int signature = new String(archive, ISO_8859_1).indexOf("Pedersen");
    archive[signature + 200] ^= 1;
    Files.write(election.archive(), archive);
    assertThat(tool.run("election", "verify", "--dir", folder.toString()).status()).isNotZero();
  }

  @Test
  void aCheckerInPythonAcceptsABallotOfOursAndRefusesItAltered() throws Exception {
    ForeignProgram python = ForeignProgram.named("python3");
    byte[] ballot;
    Path election = folder.resolve("election.json");
    Path credentials = folder.resolve("credentials.json");
    try (BelArchive archive = BelArchive.open(simulate("Ed25519", 1).archive())) {
      Archived record = Archived.of(archive);
      Files.write(election, record.election().encode());
      Files.write(credentials, record.credentials().encode());
      ballot = archive.object(onlyBallot(archive).payload().orElseThrow(), LARGEST).toByteArray();
    }
    Path file = folder.resolve("ballot.json");
    Files.write(file, ballot);
    List<String> command =
        List.of(CHECKER, election.toString(), credentials.toString(), file.toString());
    Ended honest = python.run(command.toArray(String[]::new));
    assertThat(honest.output()).startsWith("valid ");
    assertThat(honest.status()).isZero();

    Files.write(file, altered(ballot));
    Ended refused = python.run(command.toArray(String[]::new));
    assertThat(refused.output()).startsWith("wrong: ");
    assertThat(refused.status()).isEqualTo(1);
  }

  /** Another last digit in the response of the signature. */
  private static byte[] altered(byte[] ballot) throws Exception {
    String text = Utf8.decode(ballot);
    int digit = text.lastIndexOf('"') - 1;
    char other = text.charAt(digit) == '1' ? '2' : '1';
    return Utf8.encode(text.substring(0, digit) + other + text.substring(digit + 1));
  }

  private static BelEvent onlyBallot(BelArchive archive) {
    return archive.events().stream()
        .filter(event -> event.type() == BelEventType.BALLOT)
        .findFirst()
        .orElseThrow();
  }

  private SimulatedElection simulate(String group, int ballots) throws Exception {
    Plan plan = new Plan(Groups.named(group), ballots, 3, 25, 2);
    return new Simulation(plan, (cast, all) -> {}).run(folder);
  }
}
