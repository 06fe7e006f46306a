package org.psephos.tally.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.letter.DestructionProtocol;
import org.psephos.tally.letter.DestructionProtocol.Item;
import org.psephos.tally.letter.LetterFacts;
import org.psephos.tally.roll.CodeFolder;
import org.psephos.tally.roll.PrivateList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the form on which people sign that they destroyed everything that shows codes. */
@Command(
    name = "protocol",
    mixinStandardHelpOptions = true,
    description =
        "Write a form to print, fill in and sign when the codes are destroyed. It lists the private"
            + " list and the files named with --file. It destroys nothing.")
final class RegistrarProtocol implements Callable<Integer> {

  @Mixin private LetterOption letters;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The HTML file to print.")
  private Path out;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A file that shows codes, such as the letters; may be repeated.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws Exception {
    LetterFacts facts = letters.facts();
    long voters;
    try (PrivateList codes = letters.codes()) {
      voters = codes.size();
    }
    List<Path> all = new ArrayList<>(List.of(new CodeFolder(letters.folder()).privateList()));
    all.addAll(files);
    List<Item> items = new ArrayList<>();
    for (Path file : all) {
      items.add(item(file));
    }
    try {
      PrivateFile.writeNew(out, DestructionProtocol.write(facts, voters, items));
    } catch (IOException e) {
      throw new CommandException(out + " cannot be written: " + e.getMessage());
    }
    System.out.println("Print " + out + ", destroy what it lists, and sign it together.");
    return 0;
  }

  private static Item item(Path file) throws CommandException {
    MessageDigest sha256 = Digest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      long bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
      return new Item(
          file.toAbsolutePath().normalize().toString(),
          bytes,
          HexFormat.of().formatHex(sha256.digest()));
    } catch (IOException e) {
      throw new CommandException("there is no readable file " + file);
    }
  }
}
