package org.psephos.tally.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ServiceClient;

/** One election from the first key to a verified result, told as it happens. */
public final class Demonstration {

  /** Time for the ceremony, before the voters come. */
  private static final long CEREMONY_SECONDS = 25;

  private final Settings settings;
  private final Questions questions;
  private final Path work;
  private final Launcher launcher;
  private final Story story;
  private final Path passphrase;
  private Service service;
  private HeldElection election;
  private long closes;

  /**
   * Prepares the demonstration.
   *
   * @param work a private folder for keys, codes, links and the service's data
   */
  public Demonstration(Settings settings, Path work, PrintStream out) throws IOException {
    this.settings = settings;
    this.questions = Questions.read();
    this.work = work;
    this.story = new Story(out);
    Path logs = work.resolve("logs");
    PrivateFile.makeFolder(logs);
    this.launcher = new Launcher(settings.launcher(), logs);
    this.passphrase = work.resolve("passphrase");
  }

  /**
   * Holds the election.
   *
   * @return whether the verifier said verified and the result is what the voters chose
   */
  public boolean run() throws Exception {
    story.title("Psephos: an election from the first key to a verified result");
    writePassphrase();
    startService();
    createElection();
    makeKeysAndCredentials();
    freezeAndOpen();
    Electorate voters = vote();
    close();
    election.keyholders().decrypt();
    List<List<Long>> counts = publish();
    boolean asChosen = compare(counts, voters);
    boolean verified = verify();
    conclude(asChosen && verified);
    return asChosen && verified;
  }

  private void writePassphrase() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    PrivateFile.writeNew(passphrase, Utf8.encode(Base64.getEncoder().encodeToString(random)));
  }

  private void startService() throws Exception {
    story.step("The operator starts the service with its own PostgreSQL.");
    service = Service.start(launcher, work.resolve("data"));
    story.line("It answers at " + service.address() + ".");
  }

  private void createElection() throws Exception {
    story.step("The official drafts an election with two questions.");
    long now = Instant.now().getEpochSecond();
    closes = now + CEREMONY_SECONDS + settings.voters() / 2;
    Path folder = work.resolve("election");
    election = new HeldElection(launcher, service, story, settings, folder, passphrase);
    election.create(questions.definition(settings, now, closes));
    story.line(
        "Election "
            + election.uuid()
            + " in the group "
            + settings.group()
            + "; its board has begun.");
  }

  private void makeKeysAndCredentials() throws Exception {
    story.step(
        "The registrar makes a code for each of " + settings.voters() + " voters, off the server.");
    election.makeCredentials(settings.voters());
    story.line("Only the public credentials were posted; the codes go to the voters by letter.");

    election.keyholders().join();
  }

  private void freezeAndOpen() throws Exception {
    story.step("The official freezes the definition.");
    election.freeze();
    story.line("Fingerprint " + election.fingerprint());
    story.line("It fixes questions, rules, trustees, credentials and the key of the board.");

    story.step("Trustees and registrar check what was frozen, and sign that they did.");
    election.makeReadyAndOpen();
    story.line("All are ready. Voting is open.");
  }

  private Electorate vote() throws Exception {
    story.step(settings.voters() + " voters encrypt their choices and cast their ballots.");
    PrivateFile.makeFolder(work.resolve("voters"));
    Files.createDirectories(receipts());
    Electorate voters =
        Electorate.of(launcher, election.codes(), work.resolve("voters"), receipts(), questions);
    voters.vote(election.address(), election.fingerprint());
    story.line("Each holds a receipt that was checked on the voter's side.");
    story.line("Voter 1 had second thoughts and voted again; the later ballot counts.");
    return voters;
  }

  private void close() throws Exception {
    long wait = closes - Instant.now().getEpochSecond();
    if (wait > 0) {
      story.step(
          "The official waits for the announced closing time (" + wait + " s), then closes.");
      Thread.sleep(1000 * (wait + 1));
    } else {
      story.step("The closing time has come; the official closes the voting.");
    }
    election.official("close");
    story.line("The board now holds the encrypted sums. No ballot can be added.");
  }

  private List<List<Long>> publish() throws Exception {
    story.step("The official publishes the result.");
    election.official("publish");
    ServiceClient client = new ServiceClient(service.address(), Optional.empty());
    Json answer = client.get(ElectionPaths.of(election.uuid(), "result")).json();
    List<List<Long>> counts = counts(answer);
    for (int q = 0; q < counts.size(); q++) {
      story.line("");
      story.chart(questions.labels().get(q), counts.get(q));
    }
    return counts;
  }

  private static List<List<Long>> counts(Json result) throws DecodingException {
    return JsonFields.of(result)
        .list("result", question -> JsonFields.list(question, JsonFields::number));
  }

  private boolean compare(List<List<Long>> counts, Electorate voters) {
    boolean same = counts.equals(voters.sums());
    story.line("");
    story.line(
        same
            ? "This is what the voters chose: only a demonstration can know that."
            : "The voters chose otherwise: " + voters.sums() + ". Something is badly wrong.");
    return same;
  }

  private boolean verify() throws Exception {
    story.step("An observer downloads the bundle and verifies everything.");
    launcher.must("official", "export", election.address(), "--out", settings.out().toString());
    Launcher.Output verdict =
        launcher.run(
            List.of(
                "verify",
                settings.out().resolve("election.bundle.tar").toString(),
                "--receipts",
                receipts().toString(),
                "--expect-fingerprint",
                election.fingerprint()));
    story.plain("");
    verdict.text().lines().forEach(story::line);
    return verdict.status() == 0;
  }

  private void conclude(boolean good) {
    story.plain("");
    story.plain("Look for yourself:");
    story.plain("bundle: " + settings.out().resolve("election.bundle.tar"));
    story.plain("archive: " + settings.out().resolve(election.uuid() + ".bel"));
    story.plain("receipts: " + receipts());
    story.plain(
        good
            ? "The election is verified."
            : "The election is NOT verified; the folder " + work + " holds what was printed.");
  }

  /** Opens a second election for whoever looks at the pages, and prints where they are. */
  public void invite() throws Exception {
    story.plain("");
    story.plain("Opening another election, for you to vote in ...");
    Trial trial = new Trial(launcher, service, settings, work.resolve("trial"), passphrase);
    trial.open(questions);
    story.plain("");
    story.plain("home: " + service.address() + "/");
    story.plain("result: " + election.address() + "/result");
    story.plain("observer: " + election.address() + "/observe");
    story.plain("board: " + service.address() + "/board/" + election.uuid() + "/checkpoint");
    story.plain("open: " + trial.address());
    List<URI> votingPages = trial.votingPages();
    for (int i = 0; i < votingPages.size(); i++) {
      story.plain("voter-" + (i + 1) + ": " + votingPages.get(i));
    }
    story.plain("official: " + service.address() + "/console");
    story.plain("official-name: official");
    story.plain("official-password: " + trial.chooseOfficialsPassword());
    story.plain("metrics: " + service.address() + "/q/metrics");
  }

  /** Waits until the service ends, which is when the user stops it. */
  public void keepUntilStopped() throws InterruptedException {
    service.process().waitFor();
  }

  /** Ends every process that still runs. */
  public void stop() {
    launcher.close();
  }

  private Path receipts() {
    return settings.out().resolve("receipts");
  }
}
