package org.psephos.tally.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.Utf8;

/** The voters: each gets a code on paper, so to say, and votes with a process of their own. */
final class Electorate {

  private static final int AT_ONCE = 2;

  private final Launcher launcher;
  private final Path folder;
  private final Path receipts;
  private final Questions questions;
  private final List<Path> codes;
  private final List<List<List<Integer>>> chosen = new ArrayList<>();
  private final SecureRandom random = new SecureRandom();

  private Electorate(
      Launcher launcher, Path folder, Path receipts, Questions questions, List<Path> codes) {
    this.launcher = launcher;
    this.folder = folder;
    this.receipts = receipts;
    this.questions = questions;
    this.codes = codes;
  }

  /** Hands out the codes of the registrar's private list. */
  static Electorate of(
      Launcher launcher, Path privateList, Path folder, Path receipts, Questions questions)
      throws IOException, DemoException {
    List<Path> codes = new ArrayList<>();
    for (PrivateList.Line line : PrivateList.read(privateList)) {
      Path file = folder.resolve(line.login() + ".code");
      PrivateFile.writeNew(file, Utf8.encode(line.code() + "\n"));
      codes.add(file);
    }
    return new Electorate(launcher, folder, receipts, questions, codes);
  }

  /** Everyone votes, two at a time; then the first voter votes again, otherwise than before. */
  void vote(String election, String fingerprint) throws Exception {
    for (int i = 0; i < codes.size(); i++) {
      chosen.add(questions.choose(random));
    }
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Void>> votes = new ArrayList<>();
      for (int i = 0; i < codes.size(); i++) {
        votes.add(pool.submit(voting(election, fingerprint, i, "")));
      }
      for (Future<Void> vote : votes) {
        vote.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      pool.shutdownNow();
    }
    chosen.set(0, questions.choose(random));
    voting(election, fingerprint, 0, "-again").call();
  }

  private Callable<Void> voting(String election, String fingerprint, int voter, String suffix) {
    return () -> {
      String name = "voter-" + (voter + 1) + suffix;
      Path choices = folder.resolve(name + ".choices");
      PrivateFile.writeNew(choices, Utf8.encode(chosen.get(voter).toString()));
      launcher.must(
          "vote",
          election,
          "--expect-fingerprint",
          fingerprint,
          "--code-file",
          codes.get(voter).toString(),
          "--choices-file",
          choices.toString(),
          "--receipt",
          receipts.resolve(name + ".tlog-proof").toString());
      Files.delete(choices);
      return null;
    };
  }

  /** How many voters there are. */
  int size() {
    return codes.size();
  }

  /** What the last choices of all voters add up to, for comparison with the result. */
  List<List<Long>> sums() {
    List<List<Long>> sums = new ArrayList<>();
    for (int q = 0; q < chosen.get(0).size(); q++) {
      List<Long> row = new ArrayList<>();
      for (int c = 0; c < chosen.get(0).get(q).size(); c++) {
        int question = q;
        int choice = c;
        row.add(chosen.stream().mapToLong(v -> v.get(question).get(choice)).sum());
      }
      sums.add(row);
    }
    return sums;
  }
}
