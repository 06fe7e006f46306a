package org.psephos.tally.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The passphrase of a key file: asked for, or read from a file; never an argument. */
final class PassphraseOption {

  private static final int SHORTEST = 8;
  private static final int LONGEST_FILE = 4096;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase from the first line of FILE, or of standard input for -.")
  private String file;

  /** The passphrase of an existing key file; the caller wipes it. */
  char[] ask() {
    return file == null ? prompt("Passphrase: ") : read();
  }

  /** A passphrase for a new key file, asked for twice; the caller wipes it. */
  char[] choose() {
    char[] chosen = ask();
    if (chosen.length < SHORTEST) {
      throw wrong("choose a passphrase of at least " + SHORTEST + " characters");
    }
    if (file == null) {
      char[] again = prompt("The same again: ");
      boolean equal = Arrays.equals(chosen, again);
      Arrays.fill(again, '\0');
      if (!equal) {
        throw wrong("the two passphrases differ");
      }
    }
    return chosen;
  }

  // Newer Java versions always have a console; without a terminal it reads null, as handled here.
  @SuppressWarnings("SystemConsoleNull")
  private char[] prompt(String text) {
    Console console = System.console();
    char[] answer = console == null ? null : console.readPassword("%s", text);
    if (answer == null) {
      throw wrong("there is no terminal to ask for the passphrase; use --passphrase-file");
    }
    return answer;
  }

  private char[] read() {
    byte[] content = new byte[0];
    try {
      content =
          "-".equals(file) ? System.in.readNBytes(LONGEST_FILE) : Files.readAllBytes(Path.of(file));
      return firstLine(content);
    } catch (CharacterCodingException e) {
      throw wrong("the passphrase in " + file + " is not UTF-8 text");
    } catch (IOException e) {
      throw wrong("cannot read the passphrase from " + file);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  private static char[] firstLine(byte[] content) throws CharacterCodingException {
    CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
    int length = 0;
    while (length < text.length() && text.charAt(length) != '\n' && text.charAt(length) != '\r') {
      length++;
    }
    char[] line = new char[length];
    text.get(line);
    Arrays.fill(text.array(), '\0');
    return line;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
