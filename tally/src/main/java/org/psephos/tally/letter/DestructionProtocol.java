package org.psephos.tally.letter;

import java.util.List;
import org.psephos.crypto.codec.Utf8;

/** A form to be printed and signed when everything that shows codes is destroyed. */
public final class DestructionProtocol {

  private static final String LINE = "\u2026".repeat(24);

  private DestructionProtocol() {}

  /**
   * One file that has to be destroyed.
   *
   * @param name as it is called
   * @param bytes how large it is
   * @param sha256 of its content in hexadecimal, so that a copy found later can be told
   */
  public record Item(String name, long bytes, String sha256) {}

  /** The form, in English, with the election's name in its own language. */
  public static byte[] write(LetterFacts facts, long voters, List<Item> items) {
    StringBuilder page = new StringBuilder();
    page.append(Letters.head("en", "Destruction of voters' codes", new LetterStyle(false, false)));
    page.append("<section>\n<h1>Destruction of voters' codes</h1>\n<table>\n");
    row("Election", facts.text().name(), page);
    row("Identifier", facts.uuid(), page);
    row("Fingerprint", Letters.grouped(facts.fingerprint().base64()), page);
    row("Registrar", facts.text().credentialAuthority(), page);
    row("Codes made", Long.toString(voters), page);
    for (String counted :
        List.of(
            "Letters printed",
            "Letters handed over or posted",
            "Letters spoiled in printing, destroyed",
            "Letters that came back, destroyed unopened")) {
      row(counted, LINE, page);
    }
    page.append("</table>\n<h2>Files</h2>\n<table>\n")
        .append("<tr><th>file</th><th>bytes</th><th>SHA-256</th><th>destroyed</th></tr>\n");
    for (Item item : items) {
      page.append("<tr><td>")
          .append(Html.isolated(item.name()))
          .append("</td><td>")
          .append(item.bytes())
          .append("</td><td><code>")
          .append(Html.escape(Letters.grouped(item.sha256())))
          .append("</code></td><td>\u2610</td></tr>\n");
    }
    page.append("</table>\n<h2>Elsewhere</h2>\n<ul>\n");
    for (String place :
        List.of(
            "copies on other disks, memory sticks, in backups and cloud folders",
            "the print queue and the memory of the printer",
            "files for a mail merge, and what the printing firm was given",
            "the voter list with addresses, unless the law asks to keep it")) {
      page.append("<li>\u2610 ").append(place).append("</li>\n");
    }
    page.append(
            "</ul>\n<p class=\"small\">A file that is deleted or overwritten may still be found")
        .append(
            " on a solid-state disk. Who must be sure destroys the disk, or keeps everything on")
        .append(" one that is encrypted and destroys its key. The key file registrar.key shows no")
        .append(" code; it is needed until the registrar has said ready.</p>\n<table>\n");
    for (String field :
        List.of("Place, date and time", "Name and signature", "Name and signature")) {
      row(field, LINE, page);
    }
    page.append("</table>\n</section>\n</body>\n</html>\n");
    return Utf8.encode(page.toString());
  }

  private static void row(String name, String value, StringBuilder page) {
    page.append("<tr><th>")
        .append(Html.escape(name))
        .append("</th><td>")
        .append(Html.isolated(value))
        .append("</td></tr>\n");
  }
}
