package org.psephos.tally.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.Utf8;

/**
 * A second election that stays open on the service that stays up, so that whoever looks at the
 * pages can vote, and an account to run it with.
 */
final class Trial {

  private static final int VOTERS = 5;
  private static final long OPEN_SECONDS = 7 * 24 * 3600L;

  private final Launcher launcher;
  private final Service service;
  private final HeldElection election;
  private final Settings settings;
  private final Path folder;

  Trial(Launcher launcher, Service service, Settings settings, Path folder, Path passphrase)
      throws IOException {
    this.launcher = launcher;
    this.service = service;
    this.settings = settings;
    this.folder = folder;
    this.election =
        new HeldElection(launcher, service, Story.untold(), settings, folder, passphrase);
  }

  /** Opens the election. */
  void open(Questions questions) throws Exception {
    long now = Instant.now().getEpochSecond();
    election.create(questions.definition(settings, now, now + OPEN_SECONDS));
    election.makeCredentials(VOTERS);
    election.keyholders().join();
    election.freeze();
    election.makeReadyAndOpen();
  }

  /** The pages on which the voters vote, each with the voter's code. */
  List<URI> votingPages() throws IOException, DemoException {
    String fragmentEnd = "/" + urlSafe(election.fingerprint());
    return PrivateList.read(election.codes()).stream()
        .map(line -> URI.create(election.address() + "/vote#" + line.code() + fragmentEnd))
        .toList();
  }

  private static String urlSafe(String base64) {
    return base64.replace('+', '-').replace('/', '_');
  }

  /** Gives the official's account a password of its own, as a first log-in does. */
  String chooseOfficialsPassword() throws Exception {
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Path file = folder.resolve("official.password");
    PrivateFile.writeNew(file, Utf8.encode(password + "\n"));
    launcher.must(
        "official",
        "login",
        "--service",
        service.address().toString(),
        "--name",
        "official",
        "--password-file",
        service.firstPassword().toString(),
        "--new-password-file",
        file.toString(),
        "--out",
        folder.resolve("official.session").toString());
    return password;
  }

  String address() {
    return election.address();
  }
}
