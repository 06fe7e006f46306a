package org.psephos.tally.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.audit.AuditException;
import org.psephos.tally.audit.AuditedSetup;
import org.psephos.tally.audit.BoardAudit;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.letter.LetterFacts;
import org.psephos.tally.roll.CodeFolder;
import org.psephos.tally.roll.PrivateList;
import org.psephos.tally.roll.RollException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What is needed to print about an election: its checked board, and the codes that belong to it.
 */
final class LetterOption {

  private static final int LONGEST_HELP = 300;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private AddressOption where;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "The folder that registrar credentials wrote.")
  private Path folder;

  @Option(
      names = "--expect-fingerprint",
      paramLabel = "F",
      description = "The election's fingerprint, as it was announced to you.")
  private String expected;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Which of the election's languages; needed if there are several.")
  private String language;

  @Option(
      names = "--zone",
      required = true,
      paramLabel = "ZONE",
      description = "The time zone in which times are written, such as Europe/Paris or UTC.")
  private String zone;

  @Option(
      names = "--help-line",
      paramLabel = "TEXT",
      description = "Whom voters can ask, such as a telephone number with its hours.")
  private String help;

  @Option(
      names = "--voting-page",
      paramLabel = "URL",
      description = "Another page to vote on than that of the service.")
  private String page;

  private AuditedSetup setup;

  Path folder() {
    return folder;
  }

  /** Checks the board; the facts are those that its fingerprint pins. */
  LetterFacts facts() throws IOException, AuditException, CommandException {
    ElectionAddress address = where.address();
    ZoneId times = zone();
    Optional<URI> other = otherPage();
    Optional<String> line = help();
    BoardAudit audit = BoardAudit.of(address.board(), address.uuid());
    setup = audit.setup();
    requireExpected();
    TextDefinition text = audit.text(setup, language());
    return new LetterFacts(
        address.uuid(),
        setup.fingerprint(),
        setup.board().genesis().mode(),
        text,
        Instant.ofEpochSecond(setup.manifest().rules().opens()),
        Instant.ofEpochSecond(setup.manifest().rules().closes()),
        other.orElseGet(() -> address.votingPage(setup.board().genesis().origin())).toString(),
        times,
        line);
  }

  private void requireExpected() throws AuditException, CommandException {
    if (expected == null) {
      return;
    }
    try {
      if (!Digest.fromBase64(expected).equals(setup.fingerprint())) {
        throw new AuditException(
            "the fingerprint of this election is "
                + setup.fingerprint().base64()
                + ", not the one that was announced to you");
      }
    } catch (DecodingException e) {
      throw new CommandException("--expect-fingerprint: " + e.getMessage());
    }
  }

  boolean isCompared() {
    return expected != null;
  }

  /**
   * The codes, if the checked board has exactly the list that follows from them.
   *
   * @throws AuditException if it has another one
   */
  PrivateList codes() throws CommandException, AuditException {
    CodeFolder lists = new CodeFolder(folder);
    if (lists.hasNext()) {
      throw new CommandException(
          "codes were being replaced when a run was interrupted; finish that with: registrar"
              + " reissue");
    }
    PrivateList codes;
    try {
      codes = lists.codes();
    } catch (RollException e) {
      throw new CommandException(e.getMessage());
    }
    var list = codes.publicList(setup.election().uuid(), setup.election().group());
    if (!list.digest().equals(setup.data().credentials())) {
      codes.close();
      throw new AuditException(
          "the board holds another list of credentials than the one that follows from "
              + lists.privateList());
    }
    return codes;
  }

  private String language() throws CommandException {
    Set<String> languages = setup.manifest().texts().keySet();
    if (language == null && languages.size() > 1) {
      throw new CommandException("say --language; the election has " + languages);
    }
    return language == null ? languages.iterator().next() : language;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw wrong("--zone " + zone + " is no time zone; expected one such as Europe/Paris");
    }
  }

  private Optional<String> help() {
    if (help != null && (help.isBlank() || help.length() > LONGEST_HELP)) {
      throw wrong("--help-line has 1 to " + LONGEST_HELP + " characters");
    }
    return Optional.ofNullable(help);
  }

  private Optional<URI> otherPage() {
    if (page == null) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(page);
      ElectionAddress.service(page);
      if (uri.getRawFragment() == null && uri.getRawQuery() == null) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException | DecodingException e) {
      // Said below, in the same words for every fault.
    }
    throw wrong("--voting-page: expected an https address without ? and #");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
