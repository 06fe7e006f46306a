package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.board.file.PrivateFile;
import org.psephos.board.receipt.Receipt;
import org.psephos.crypto.ballot.BallotMaker;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.credential.InvalidCodeException;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.booth.BoothException;
import org.psephos.tally.booth.Casting;
import org.psephos.tally.booth.PinnedElection;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionStatus;
import org.psephos.tally.client.ServiceClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Casts a ballot. */
@Command(
    name = "vote",
    mixinStandardHelpOptions = true,
    description =
        "Encrypt your choices here, cast the ballot and check its receipt. Voting again replaces"
            + " the earlier ballot.")
final class VoteCommand implements Callable<Integer> {

  private static final int LONGEST_FILE = 1 << 16;

  @Mixin private AddressOption where;

  @Option(
      names = "--code-file",
      required = true,
      paramLabel = "FILE",
      description = "Your code, in the first line of FILE.")
  private Path codeFile;

  @Option(
      names = "--choices-file",
      required = true,
      paramLabel = "FILE",
      description =
          "Your choices as JSON, one list per question with 0 or 1 per answer, blank first where"
              + " there is one: [[1,0],[0,1,0]]. Delete the file afterwards.")
  private Path choicesFile;

  @Option(
      names = "--receipt",
      required = true,
      paramLabel = "FILE",
      description = "Where to write the receipt. It says nothing about your choices.")
  private Path receiptFile;

  @Option(
      names = "--expect-fingerprint",
      paramLabel = "F",
      description = "The election's fingerprint, as it was announced to you.")
  private String expected;

  @Override
  public Integer call() throws Exception {
    ElectionAddress address = where.address();
    ServiceClient client = new ServiceClient(address.service(), Optional.empty());
    try {
      PinnedElection pinned =
          PinnedElection.fetch(client, address.uuid(), fingerprint(client, address));
      byte[] ballot = ballot(pinned);
      Receipt receipt = new Casting(client, pinned).cast(ballot);
      PrivateFile.writeNew(receiptFile, receipt.toBytes());
      System.out.println("Your ballot is in the ballot box; the receipt in " + receiptFile);
      System.out.println("proves it. Its tracker is " + receipt.tracker().base64());
      return 0;
    } catch (BoothException e) {
      throw new CommandException(e.getMessage() + "; do not trust this service");
    }
  }

  private Digest fingerprint(ServiceClient client, ElectionAddress address) throws Exception {
    if (expected != null) {
      try {
        return Digest.fromBase64(expected);
      } catch (DecodingException e) {
        throw new CommandException("--expect-fingerprint: " + e.getMessage());
      }
    }
    return ElectionStatus.fetch(client, address.uuid())
        .fingerprint()
        .orElseThrow(() -> new CommandException("the election is not ready yet"));
  }

  private byte[] ballot(PinnedElection pinned) throws CommandException {
    BallotMaker maker = new BallotMaker(pinned.election(), new SecureRandom());
    List<List<Integer>> choices = choices();
    if (!maker.permits(choices)) {
      throw new CommandException("the choices in " + choicesFile + " do not fit the questions");
    }
    try (Code code = Code.read(firstLine(codeFile));
        CredentialKey voter = code.derive(pinned.election().uuid(), pinned.election().group())) {
      return maker.make(voter, choices).encode();
    } catch (InvalidCodeException e) {
      throw new CommandException("the code in " + codeFile + ": " + e.getMessage());
    }
  }

  private List<List<Integer>> choices() throws CommandException {
    try {
      return JsonFields.list(
          JsonParser.parse(content(choicesFile), Limits.OBJECT),
          question ->
              JsonFields.list(question, value -> Math.toIntExact(JsonFields.number(value))));
    } catch (DecodingException | ArithmeticException e) {
      throw new CommandException("the choices in " + choicesFile + ": " + e.getMessage());
    }
  }

  private static String firstLine(Path file) throws CommandException {
    try {
      return Utf8.decode(content(file)).lines().findFirst().orElse("").strip();
    } catch (DecodingException e) {
      throw new CommandException(file + " is not UTF-8 text");
    }
  }

  private static byte[] content(Path file) throws CommandException {
    try {
      if (Files.size(file) > LONGEST_FILE) {
        throw new CommandException(file + " is larger than 64 KiB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandException("cannot read " + file);
    }
  }
}
