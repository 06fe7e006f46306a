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
import picocli.CommandLine.ParameterException;

/** Asks for a secret, or reads it from a file; never from an argument. */
final class SecretInput {

  private static final int LONGEST_FILE = 4096;

  private final CommandSpec command;
  private final String what;
  private final String option;

  /**
   * Prepares to ask.
   *
   * @param what the secret is called, such as {@code passphrase}
   * @param option the option that names a file, for who has no terminal
   */
  SecretInput(CommandSpec command, String what, String option) {
    this.command = command;
    this.what = what;
    this.option = option;
  }

  /** Asks on the terminal; the caller wipes the answer. */
  // Newer Java versions always have a console; without a terminal it reads null, as handled here.
  @SuppressWarnings("SystemConsoleNull")
  char[] prompt(String text) {
    Console console = System.console();
    char[] answer = console == null ? null : console.readPassword("%s", text);
    if (answer == null) {
      throw wrong("there is no terminal to ask for the " + what + "; use " + option);
    }
    return answer;
  }

  /** Asks for the same once more. */
  void confirm(char[] chosen) {
    char[] again = prompt("The same again: ");
    boolean equal = Arrays.equals(chosen, again);
    Arrays.fill(again, '\0');
    if (!equal) {
      throw wrong("the two " + what + "s differ");
    }
  }

  /** The first line of a file, or of standard input for -; the caller wipes it. */
  char[] read(String file) {
    byte[] content = new byte[0];
    try {
      content =
          "-".equals(file) ? System.in.readNBytes(LONGEST_FILE) : Files.readAllBytes(Path.of(file));
      return firstLine(content);
    } catch (CharacterCodingException e) {
      throw wrong("the " + what + " in " + file + " is not UTF-8 text");
    } catch (IOException e) {
      throw wrong("cannot read the " + what + " from " + file);
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
