package org.psephos.tally.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

/**
 * One election on the service: the steps of official and registrar, each a command of its own, and
 * the trustees. Its folder holds what they would keep on their own machines.
 */
final class HeldElection {

  private final Launcher launcher;
  private final Service service;
  private final Path folder;
  private final Path passphrase;
  private final Keyholders keyholders;
  private String address;
  private String fingerprint;

  HeldElection(
      Launcher launcher, Service service, Story story, Settings settings, Path folder, Path phrase)
      throws IOException {
    this.launcher = launcher;
    this.service = service;
    this.folder = folder;
    this.passphrase = phrase;
    PrivateFile.makeFolder(folder);
    this.keyholders = new Keyholders(launcher, story, settings, folder, phrase);
  }

  /** Drafts the election and begins its board. */
  void create(Json definition) throws Exception {
    Path file = folder.resolve("definition.json");
    Files.write(file, definition.toBytes());
    Launcher.Output created =
        launcher.must(
            "official",
            "create",
            "--service",
            service.address().toString(),
            "--token-file",
            service.tokenFile().toString(),
            "--definition",
            file.toString(),
            "--links-dir",
            links().toString());
    address = created.value("election");
    official("backup", "--where", "Demonstration: the key lives as long as its folder.");
  }

  /** The registrar makes a code for each voter. */
  void makeCredentials(int voters) throws Exception {
    StringBuilder roll = new StringBuilder("login\n");
    for (int i = 1; i <= voters; i++) {
      roll.append("voter-").append(i).append('\n');
    }
    Path list = folder.resolve("voters.csv");
    PrivateFile.writeNew(list, Utf8.encode(roll.toString()));
    registrar("credentials", "--voters", list.toString(), "--out", registrarFolder().toString());
  }

  void freeze() throws Exception {
    fingerprint = official("freeze").value("fingerprint");
  }

  /** Trustees and registrar check what was frozen; then the official opens the vote. */
  void makeReadyAndOpen() throws Exception {
    keyholders.ready();
    registrar("ready", "--dir", registrarFolder().toString());
    official("open");
  }

  Launcher.Output official(String step, String... more) throws Exception {
    return launcher.must(
        join(
            List.of("official", step, address),
            List.of("--token-file", service.tokenFile().toString()),
            List.of(more)));
  }

  private void registrar(String step, String... more) throws Exception {
    launcher.must(
        join(
            List.of("registrar", step),
            List.of(
                "--link-file",
                links().resolve("registrar.link").toString(),
                "--passphrase-file",
                passphrase.toString()),
            List.of(more)));
  }

  private static String[] join(List<String> step, List<String> secrets, List<String> more) {
    return Stream.of(step, secrets, more).flatMap(List::stream).toArray(String[]::new);
  }

  /** The address of its page. */
  String address() {
    return address;
  }

  String uuid() {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** In unpadded base64; there is one once the definition is frozen. */
  String fingerprint() {
    return fingerprint;
  }

  Keyholders keyholders() {
    return keyholders;
  }

  /** Who has which code: the registrar's private list. */
  Path codes() {
    return registrarFolder().resolve("codes.csv");
  }

  Path folder() {
    return folder;
  }

  private Path links() {
    return folder.resolve("links");
  }

  private Path registrarFolder() {
    return folder.resolve("registrar");
  }
}
