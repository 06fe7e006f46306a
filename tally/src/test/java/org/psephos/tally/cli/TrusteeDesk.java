package org.psephos.tally.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.keyfile.KeyFile;
import org.psephos.crypto.keyfile.KeyFileHeader;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;

/** A trustee with a key file, a passphrase and a service to talk to. */
abstract class TrusteeDesk {

  static final String PASSPHRASE = "correct horse";

  @TempDir Path folder;
  Path key;
  Path passphrase;

  @BeforeEach
  void writePassphrase() throws Exception {
    key = folder.resolve("trustee.key");
    passphrase = folder.resolve("passphrase");
    Files.write(passphrase, Utf8.encode(PASSPHRASE + "\n"));
  }

  void keepKey(HeldBoard board, TrusteeKeyPair pair) throws Exception {
    KeyFileHeader header =
        new KeyFileHeader(
            KeyFileHeader.Role.TRUSTEE, board.parties().uuid(), pair.publicKey().encode());
    KeyFile file =
        KeyFile.seal(
            header, pair.exposeSecret(), PASSPHRASE.toCharArray(), SeededRandom.of("seal"));
    Files.write(key, file.encode());
  }

  CommandRun run(StubService service, String command, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "trustee",
                command,
                service.link("trustee"),
                "--key-file",
                key.toString(),
                "--passphrase-file",
                passphrase.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  static StubService serving(HeldBoard board) throws Exception {
    String base = "POST /api/v1/elections/" + board.uuid();
    return new StubService(board)
        .answer(base + "/ready", Answer.of(201, "{}"))
        .answer(base + "/partial-decryptions", Answer.of(201, "{\"owner\":1,\"done\":true}"));
  }
}
