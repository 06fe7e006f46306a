package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.PrintedQr;
import org.psephos.tally.fixture.RegistrarScene;

class RegistrarLettersTest {

  private static final String COLUMNS = ",first,last,street,town";
  private static final String[] VOTERS = {
    "ada,#,Ada,Byron,1 High St,York", "bo,#,Bo,Derek,2 Low St,Bath", "cy,#,Cy,Young,3 St,Ely"
  };

  @TempDir private Path folder;

  private RegistrarScene scene(HeldBoard board) throws Exception {
    RegistrarScene scene = new RegistrarScene(board, "READY", folder);
    scene.keepHeldCodes(COLUMNS, VOTERS);
    return scene;
  }

  private CommandRun letters(RegistrarScene scene, String... more) throws Exception {
    return run(scene, "letters", more);
  }

  private static CommandRun run(RegistrarScene scene, String command, String... more)
      throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "registrar",
                command,
                scene.service().link("registrar"),
                "--dir",
                scene.out().toString(),
                "--zone",
                "Europe/Paris"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private String page(String name) throws Exception {
    return Utf8.decode(Files.readAllBytes(file(name)));
  }

  private static String link(HeldBoard board, int voter) {
    return "https://vote.example/e/"
        + board.uuid()
        + "/vote#"
        + RegistrarScene.heldCodes().get(voter)
        + "/"
        + board.election().election().fingerprint().base64Url();
  }

  @Test
  void each_voter_gets_a_page_with_code_and_link_and_a_square_that_holds_the_same_link()
      throws Exception {
    HeldBoard board = HeldBoard.frozen();
    try (RegistrarScene scene = scene(board)) {
      CommandRun run =
          letters(scene, "--out", file("l.html").toString(), "--help-line", "01 23, 9-17 h");
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("3 letters", "not compared with an outside source");
      String page = page("l.html");
      assertThat(PrintedQr.read(page))
          .containsExactly(link(board, 0), link(board, 1), link(board, 2));
      String[] pages = page.split("<section>", -1);
      assertThat(pages).hasSize(4);
      List<String> codes = RegistrarScene.heldCodes();
      for (int i = 0; i < 3; i++) {
        assertThat(pages[i + 1])
            .contains(codes.get(i), "Complete", "01 23, 9-17 h", "Registry")
            .doesNotContain(codes.get((i + 1) % 3));
      }
      assertThat(pages[1]).doesNotContain("counts as");
      assertThat(pages[2]).contains("Your ballot counts as 2 votes.");
      assertThat(page)
          .contains("<bdi>Ada</bdi><br><bdi>Byron</bdi><br><bdi>1 High St</bdi>")
          .contains("This is a rehearsal")
          .contains("January 1, 1970, 01:33 (Europe/Paris, UTC+01:00)")
          .contains(
              "https:/<wbr>/<wbr>vote.example/<wbr>e/<wbr>" + board.uuid() + "/<wbr>vote</code>");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("l.html"))))
          .isEqualTo("rw-------");
    }
  }

  /**
   * The page fetches nothing, and a link with a code stands in no address that is sent anywhere.
   */
  @Test
  void a_page_needs_nothing_else_and_has_nothing_to_click() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    try (RegistrarScene scene = scene(board)) {
      assertThat(letters(scene, "--out", file("l.html").toString()).status()).isZero();
      assertThat(page("l.html"))
          .doesNotContainIgnoringCase("<script", " href", " src", "url(", "<link", "@import", "?")
          .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
    }
  }

  @Test
  void the_fingerprint_stands_in_groups_and_words_and_is_compared_if_it_is_given()
      throws Exception {
    HeldBoard board = HeldBoard.frozen();
    String fingerprint = board.election().election().fingerprint().base64();
    try (RegistrarScene scene = scene(board)) {
      String out = file("l.html").toString();
      CommandRun other =
          letters(scene, "--out", out, "--expect-fingerprint", Digest.sha256("another").base64());
      assertThat(other.status()).isEqualTo(1);
      assertThat(other.err()).contains("not the one that was announced");
      assertThat(Files.exists(file("l.html"))).isFalse();
      assertThat(letters(scene, "--out", out, "--expect-fingerprint", "xyz").status()).isEqualTo(1);

      CommandRun run = letters(scene, "--out", out, "--expect-fingerprint", fingerprint);
      assertThat(run.status()).isZero();
      assertThat(run.out()).doesNotContain("not compared");
      assertThat(page("l.html"))
          .contains(String.join(" ", fingerprint.split("(?<=\\G.{4})", -1)).strip())
          .containsPattern("<span class=\"small\" lang=\"en\" dir=\"ltr\">([a-z]+ ){15}[a-z]+<");
    }
  }

  @Test
  void codes_that_the_board_does_not_list_are_not_printed() throws Exception {
    try (RegistrarScene scene = scene(HeldBoard.frozen())) {
      List<String> codes = RegistrarScene.heldCodes();
      scene.keepHeldCodes(COLUMNS, "ada,#,,,,", "bo,#,,,,", "cy,#,,,,");
      Files.write(
          scene.codes(),
          Utf8.encode(
              Utf8.decode(Files.readAllBytes(scene.codes()))
                  .replace(codes.get(0) + ",1", codes.get(0) + ",2")
                  .replace(codes.get(1) + ",2", codes.get(1) + ",1")));
      CommandRun run = letters(scene, "--out", file("l.html").toString());
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("another list of credentials than the one that follows");
      assertThat(Files.exists(file("l.html"))).isFalse();
    }
  }

  @Test
  void a_board_that_is_not_in_order_prints_nothing() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    board.rewrite(2, board.entries(new org.psephos.board.tile.TilePath(-1, 0, 3)).get(1));
    try (RegistrarScene scene = scene(board)) {
      assertThat(letters(scene, "--out", file("l.html").toString()).status()).isEqualTo(1);
      assertThat(Files.exists(file("l.html"))).isFalse();
    }
  }

  @Test
  void before_setup_nothing_is_printed() throws Exception {
    try (RegistrarScene scene = scene(HeldBoard.begun())) {
      CommandRun run = letters(scene, "--out", file("l.html").toString());
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("not frozen yet");
    }
  }

  @Test
  void one_voter_is_sent_the_same_code_again() throws Exception {
    HeldBoard board = HeldBoard.frozen().sayReady().open();
    try (RegistrarScene scene = scene(board)) {
      byte[] before = Files.readAllBytes(scene.codes());
      CommandRun run = letters(scene, "--out", file("l.html").toString(), "--login", "BO");
      assertThat(run.status()).isZero();
      assertThat(PrintedQr.read(page("l.html"))).containsExactly(link(board, 1));
      assertThat(Files.readAllBytes(scene.codes())).isEqualTo(before);
      assertThat(letters(scene, "--out", file("m.html").toString(), "--login", "eve").err())
          .contains("not on the list: eve");
    }
  }

  @Test
  void many_letters_go_to_several_files_and_none_is_replaced() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    try (RegistrarScene scene = scene(board)) {
      String out = file("l.html").toString();
      assertThat(letters(scene, "--out", out, "--per-file", "2").status()).isZero();
      assertThat(PrintedQr.read(page("l-0001.html")))
          .containsExactly(link(board, 0), link(board, 1));
      assertThat(PrintedQr.read(page("l-0002.html"))).containsExactly(link(board, 2));
      Files.delete(file("l-0001.html"));
      CommandRun again = letters(scene, "--out", out, "--per-file", "2");
      assertThat(again.status()).isEqualTo(1);
      assertThat(again.err()).contains("l-0002.html exists already");
      assertThat(Files.exists(file("l-0001.html"))).isFalse();
    }
  }

  @Test
  void addresses_follow_templates_and_those_that_do_not_fit_are_named() throws Exception {
    try (RegistrarScene scene = scene(HeldBoard.frozen())) {
      CommandRun run =
          letters(
              scene,
              "--out",
              file("l.html").toString(),
              "--address-line",
              "{last}, {first}",
              "--address-line",
              "{street}",
              "--window",
              "right",
              "--large-print");
      assertThat(run.status()).isZero();
      assertThat(run.out()).doesNotContain("do not fit");
      assertThat(page("l.html"))
          .contains("<bdi>Byron, Ada</bdi><br><bdi>1 High St</bdi><br></address>")
          .contains("left:85mm", "html{font:18pt");
      assertThat(
              letters(scene, "--out", file("m.html").toString(), "--address-line", "{zip}").err())
          .contains("names a column that is not in");

      scene.keepHeldCodes(
          ",name", "ada,#," + "long ".repeat(10), "bo,#,Bo", "\"cy\u202c\u001b\",#,");
      run = letters(scene, "--out", file("n.html").toString());
      assertThat(run.out())
          .contains("Voters without an address in the list")
          .contains("show the login instead: 1\n  cy")
          .contains("lines of at most 42 characters): 1\n  ada\n");
      assertThat(run.out()).doesNotContain("\u001b");
      assertThat(page("n.html")).contains("left:0mm", "html{font:12pt");
    }
  }

  @Test
  void hostile_names_stay_text() throws Exception {
    String evil = "</section><script>alert('1')</script>&amp;\"";
    try (RegistrarScene scene = scene(HeldBoard.frozen())) {
      String cell = '"' + evil.replace("\"", "\"\"") + '"';
      scene.keepHeldCodes(",name", cell + ",#," + cell, "bo,#,<b>Bo</b>", "cy,#,{name}$1\\");
      CommandRun run = letters(scene, "--out", file("l.html").toString(), "--help-line", evil);
      assertThat(run.status()).isZero();
      String page = page("l.html");
      String escaped =
          "&lt;/section&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;&quot;";
      assertThat(page.split("<section>", -1)).hasSize(4);
      assertThat(page)
          .doesNotContain("<script", "<b>")
          .contains("<bdi>" + escaped + "</bdi><br>", "&lt;b&gt;Bo&lt;/b&gt;", "{name}$1\\");
    }
  }

  @Test
  void a_mail_merge_has_everything_and_no_formula() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    try (RegistrarScene scene = scene(board)) {
      scene.keepHeldCodes(",name", "'=ada,#,'@Ada", "bo,#,Bo", "cy,#,Cy");
      assertThat(letters(scene, "--merge", file("m.csv").toString()).status()).isZero();
      String text = page("m.csv");
      assertThat(text)
          .startsWith("\uFEFFlogin,code,weight,link,page,fingerprint,opens,closes,name");
      try (CSVParser parser =
          CSVParser.parse(
              text.substring(1),
              CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
        List<CSVRecord> records = parser.getRecords();
        assertThat(records).hasSize(3);
        assertThat(records.get(0).get("login")).isEqualTo("'=ada");
        assertThat(records.get(0).get("name")).isEqualTo("'@Ada");
        assertThat(records.get(1).get("link")).isEqualTo(link(board, 1));
        assertThat(records.get(2).get("weight")).isEqualTo("3");
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("m.csv"))))
          .isEqualTo("rw-------");
      scene.keepHeldCodes(",link", "ada,#,x", "bo,#,x", "cy,#,x");
      assertThat(letters(scene, "--merge", file("n.csv").toString()).err())
          .contains("columns called like those of --merge");
    }
  }

  @Test
  void wrong_usage_is_told_apart() throws Exception {
    try (RegistrarScene scene = scene(HeldBoard.frozen())) {
      String out = file("l.html").toString();
      assertThat(letters(scene).status()).isEqualTo(2);
      assertThat(letters(scene, "--out", out, "--per-file", "0").status()).isEqualTo(2);
      assertThat(letters(scene, "--out", out, "--window", "top").status()).isEqualTo(2);
      assertThat(letters(scene, "--out", out, "--zone", "Mars/Base").status()).isEqualTo(2);
      for (String page : List.of("http://a.example/v", "https://a.example/v#x", "https://a/?q")) {
        assertThat(letters(scene, "--out", out, "--voting-page", page).status()).isEqualTo(2);
      }
      assertThat(letters(scene, "--out", out, "--language", "xx").err())
          .contains("expected one of the languages [en]");
      assertThat(Files.exists(file("l.html"))).isFalse();
      assertThat(letters(scene, "--out", out, "--voting-page", "https://a.example/v").status())
          .isZero();
      assertThat(page("l.html")).contains("https:/<wbr>/<wbr>a.example/<wbr>v</code>");
    }
  }

  @Test
  void the_protocol_lists_what_has_to_be_destroyed() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    try (RegistrarScene scene = scene(board)) {
      String out = file("l.html").toString();
      assertThat(letters(scene, "--out", out).status()).isZero();
      String form = file("p.html").toString();
      assertThat(run(scene, "protocol", "--out", form, "--file", out).status()).isZero();
      String page = page("p.html");
      assertThat(page.replace(" ", ""))
          .contains(
              Digest.sha256(Files.readAllBytes(file("l.html"))).hex(),
              Digest.sha256(Files.readAllBytes(scene.codes())).hex());
      assertThat(page).contains("Complete", board.uuid(), "<bdi>3</bdi>", scene.codes().toString());
      for (String code : RegistrarScene.heldCodes()) {
        assertThat(page).doesNotContain(code);
      }
      assertThat(
              run(scene, "protocol", "--out", file("q.html").toString(), "--file", "missing").err())
          .contains("no readable file missing");
    }
  }
}
