package org.psephos.tally.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The trustees of the demonstration, each with a key file and processes of their own. */
final class Keyholders {

  private final Launcher launcher;
  private final Story story;
  private final Settings settings;
  private final Path work;
  private final Path passphrase;

  Keyholders(Launcher launcher, Story story, Settings settings, Path work, Path passphrase) {
    this.launcher = launcher;
    this.story = story;
    this.settings = settings;
    this.work = work;
    this.passphrase = passphrase;
  }

  /** Makes the keys: each alone if all are needed, together otherwise. */
  void join() throws Exception {
    if (settings.allNeeded()) {
      story.step(
          settings.trustees() + " trustees make their keys, each on a machine of their own.");
      for (int i = 1; i <= settings.trustees(); i++) {
        trustee(i, "join");
        story.line("Trustee " + i + " holds a key in an encrypted file and proved to know it.");
      }
    } else {
      story.step(
          settings.trustees() + " trustees make one key together, each on a machine of their own.");
      together();
    }
  }

  private void together() throws Exception {
    String terms = settings.threshold() + "/" + settings.trustees();
    List<String> words = new ArrayList<>();
    for (Launcher.Output output : atOnce("join", "--expect", terms)) {
      words.add(words(output));
    }
    if (words.stream().distinct().count() != 1) {
      throw new DemoException("the trustees read different words aloud: " + words);
    }
    story.line(
        "They exchanged encrypted shares through the service and checked every one. Any "
            + settings.threshold()
            + " of them");
    story.line("can open the sums; fewer can open nothing. All of them read the same words aloud:");
    words.get(0).lines().forEach(line -> story.line("  " + line));
  }

  /** The words that a trustee's tool printed, as it printed them: indented lines. */
  private static String words(Launcher.Output output) {
    return output
        .text()
        .lines()
        .filter(line -> line.startsWith("    "))
        .map(String::strip)
        .collect(Collectors.joining("\n"));
  }

  /** All trustees at the same time, as it has to be where they wait for each other. */
  private List<Launcher.Output> atOnce(String step, String... more) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(settings.trustees());
    try {
      List<Future<Launcher.Output>> running = new ArrayList<>();
      for (int i = 1; i <= settings.trustees(); i++) {
        String[] command = command(i, step, more);
        running.add(threads.submit(() -> launcher.must(command)));
      }
      List<Launcher.Output> outputs = new ArrayList<>();
      for (Future<Launcher.Output> each : running) {
        outputs.add(each.get());
      }
      return outputs;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DemoException told ? told : e;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each checks the frozen definition and says so. */
  void ready() throws Exception {
    for (int i = 1; i <= settings.trustees(); i++) {
      trustee(i, "ready");
    }
  }

  /** Those who came decrypt the sums. */
  void decrypt() throws Exception {
    int present = settings.trustees() - settings.absent();
    story.step(
        present == settings.trustees()
            ? "Each trustee verifies the whole board, recomputes the sums and decrypts only them."
            : "Trustees verify the whole board, recompute the sums and decrypt only them.");
    for (int i = 1; i <= present; i++) {
      trustee(i, "decrypt", "--yes");
      story.line("Trustee " + i + " decrypted the sums and proved it.");
    }
    for (int i = present + 1; i <= settings.trustees(); i++) {
      story.line("Trustee " + i + " did not come. " + settings.threshold() + " are enough.");
    }
  }

  private void trustee(int number, String step, String... more) throws Exception {
    launcher.must(command(number, step, more));
  }

  private String[] command(int number, String step, String... more) {
    String name = "trustee-" + number;
    return Stream.concat(
            Stream.of(
                "trustee",
                step,
                "--link-file",
                work.resolve("links").resolve(name + ".link").toString(),
                "--key-file",
                work.resolve(name + ".key").toString(),
                "--passphrase-file",
                passphrase.toString()),
            Stream.of(more))
        .toArray(String[]::new);
  }
}
