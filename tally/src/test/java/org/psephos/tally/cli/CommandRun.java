package org.psephos.tally.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/** What a command of the command line did. */
record CommandRun(int status, String out, String err) {

  /** Runs a command in this process. */
  static CommandRun of(String... arguments) throws DecodingException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true));
      System.setErr(new PrintStream(complained, true));
      int status = Psephos.commandLine().execute(arguments);
      System.out.flush();
      System.err.flush();
      return new CommandRun(
          status, Utf8.decode(said.toByteArray()), Utf8.decode(complained.toByteArray()));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
