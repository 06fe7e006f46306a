package org.psephos.tally.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.tally.roll.CodeFolder;
import org.psephos.tally.roll.ElectoralRoll;
import org.psephos.tally.roll.PrivateList;
import org.psephos.tally.roll.RollFormat;

/**
 * How long a registrar's machine works for many voters, from the voter list to the lists on the
 * disk; and the service, which checks every credential. Arguments: voters, group. How to run it
 * stands in docs/performance.md.
 */
public final class CodesForMany {

  private CodesForMany() {}

  public static void main(String[] arguments) throws Exception {
    int voters = Integer.parseInt(arguments[0]);
    Group group = Groups.named(arguments[1]);
    Path folder = Files.createTempDirectory("codes-for-many");
    try {
      run(voters, group, new CodeFolder(folder.resolve("out")));
    } finally {
      remove(folder);
    }
  }

  private static void run(int voters, Group group, CodeFolder folder) throws Exception {
    SecureRandom random = new SecureRandom();
    ElectionId election = ElectionId.random(random);
    byte[] file = file(voters);
    System.out.println(voters + " voters, " + group.name() + ", " + file.length + " bytes of CSV");
    ElectoralRoll roll =
        timed("read and check the voter list", () -> ElectoralRoll.read(file, RollFormat.USUAL));
    PrivateList codes = timed("make the codes", () -> PrivateList.issue(roll, random));
    timed(
        "write the private list",
        () -> {
          folder.keep(codes);
          return 0;
        });
    CredentialList list =
        timed("derive and sort the credentials", () -> codes.publicList(election, group));
    byte[] document = list.encode();
    timed("read the private list again", folder::codes).close();
    timed(
        "the service: check every credential",
        () -> {
          CredentialList.decode(document, group).requireOwnRules();
          return 0;
        });
    System.out.println(document.length + " bytes of public list");
    codes.close();
  }

  private static byte[] file(int voters) {
    StringBuilder text = new StringBuilder("login;weight;name;street;town\n");
    for (int i = 0; i < voters; i++) {
      text.append("m\u00fcller.").append(i).append("@example.org;");
      text.append(1 + i % 3).append(";Anna M\u00fcller ").append(i);
      text.append(";").append(i % 200).append(" Long Street;1234 Town\n");
    }
    return Utf8.encode(text.toString());
  }

  private static <T> T timed(String what, Callable<T> step) throws Exception {
    long start = System.nanoTime();
    T result = step.call();
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    System.out.println(String.format(Locale.ROOT, "%7d ms  %s", millis, what));
    return result;
  }

  private static void remove(Path folder) throws Exception {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
