package org.psephos.tally.letter;

import java.util.List;
import java.util.Map;
import org.psephos.board.entry.Mode;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.words.FingerprintWords;
import org.psephos.tally.roll.PrivateList;
import org.psephos.tally.roll.Voter;

/**
 * Letters to voters as one HTML document that needs nothing else: a page each, to be printed from a
 * browser without network. The code stands in the fragment of the link, which no browser sends to a
 * server. Whatever names and texts hold stays text. Immutable.
 */
public final class Letters {

  /** Longer descriptions are left to the page of the vote. */
  private static final int LONGEST_DESCRIPTION = 800;

  private static final int GROUP = 4;

  private final LetterFacts facts;
  private final LetterWords words;
  private final LetterStyle style;
  private final AddressLines addresses;

  public Letters(LetterFacts facts, LetterWords words, LetterStyle style, AddressLines addresses) {
    this.facts = facts;
    this.words = words;
    this.style = style;
    this.addresses = addresses;
  }

  /**
   * The letters of some voters. The caller wipes them.
   *
   * @param places of the voters on the list
   */
  public byte[] write(PrivateList codes, List<Integer> places) {
    StringBuilder page = new StringBuilder(places.size() * 8192 + 4096);
    page.append(head(words.language(), words.say("title"), style));
    for (int place : places) {
      letter(codes.voter(place), codes.exposeCode(place), page);
    }
    page.append("</body>\n</html>\n");
    return Utf8.encode(page.toString());
  }

  /** The start of a document that may fetch nothing and run nothing. */
  static String head(String language, String title, LetterStyle style) {
    return "<!DOCTYPE html>\n<html lang=\""
        + Html.escape(language)
        + "\" dir=\""
        + LetterWords.direction(language)
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\""
        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
        + Html.escape(title)
        + "</title>\n<style>\n"
        + style.sheet()
        + "</style>\n</head>\n<body>\n";
  }

  private void letter(Voter voter, String code, StringBuilder page) {
    page.append("<section>\n<div class=\"sender\">")
        .append(theirs(facts.text().administrator()))
        .append("</div>\n<address class=\"address\">");
    List<String> lines = addresses.lines(voter);
    for (String line : lines.isEmpty() ? List.of(voter.login()) : lines) {
      page.append(Html.isolated(line)).append("<br>");
    }
    page.append("</address>\n<div class=\"body\">\n");
    election(page);
    page.append("<div class=\"keep\">\n")
        .append(QrImage.svg(facts.link(code), words.say("qr")))
        .append("\n<ol>\n<li>")
        .append(say("open"))
        .append("<br><code dir=\"ltr\">")
        .append(Html.address(facts.page()))
        .append("</code></li>\n<li>")
        .append(say("code"))
        .append("<code class=\"code\" dir=\"ltr\">")
        .append(Html.escape(code))
        .append("</code></li>\n</ol>\n<p>")
        .append(say("scan"))
        .append("</p>\n<p class=\"small\">")
        .append(say("alphabet"))
        .append("</p>\n</div>\n");
    if (voter.weight() != 1) {
      paragraph(words.say("weight", Map.of("weight", voter.weight())), page);
    }
    rest(voter, page);
    page.append("</div>\n</section>\n");
  }

  private void election(StringBuilder page) {
    page.append("<h1>").append(theirs(facts.text().name())).append("</h1>\n");
    if (facts.mode() == Mode.REHEARSAL) {
      page.append("<p class=\"rehearsal\">").append(say("rehearsal")).append("</p>\n");
    }
    String description = facts.text().description();
    if (!description.isBlank() && description.length() <= LONGEST_DESCRIPTION) {
      page.append("<p class=\"text\">").append(theirs(description)).append("</p>\n");
    }
    paragraph(
        words.say(
            "times",
            Map.of(
                "opens", words.time(facts.opens(), facts.zone()),
                "closes", words.time(facts.closes(), facts.zone()))),
        page);
  }

  private void rest(Voter voter, StringBuilder page) {
    paragraph(words.say("secret"), page);
    paragraph(words.say("never"), page);
    paragraph(words.say("again"), page);
    page.append("<div class=\"keep\"><p>")
        .append(say("fingerprint"))
        .append("<br><code class=\"print\" dir=\"ltr\">")
        .append(Html.escape(grouped(facts.fingerprint().base64())))
        .append("</code><br><span class=\"small\" lang=\"en\" dir=\"ltr\">")
        .append(
            String.join(" ", FingerprintWords.of(facts.fingerprint(), FingerprintWords.CEREMONY)))
        .append("</span></p></div>\n");
    facts
        .help()
        .ifPresent(
            help ->
                page.append("<p>")
                    .append(say("help"))
                    .append(' ')
                    .append(Html.isolated(help))
                    .append("</p>\n"));
    page.append("<p class=\"small\">")
        .append(say("sender"))
        .append(' ')
        .append(theirs(facts.text().credentialAuthority()))
        .append(" \u00b7 ")
        .append(Html.isolated(voter.login()))
        .append("</p>\n");
  }

  private static void paragraph(String text, StringBuilder page) {
    page.append("<p>").append(Html.escape(text)).append("</p>\n");
  }

  private String say(String key) {
    return Html.escape(words.say(key));
  }

  /** A text of the election itself, which may be in another language than the words around it. */
  private String theirs(String text) {
    String tag = facts.text().language();
    return "<span lang=\""
        + Html.escape(tag)
        + "\" dir=\""
        + LetterWords.direction(tag)
        + "\">"
        + Html.escape(text)
        + "</span>";
  }

  /** Four characters at a time, as people compare them. */
  static String grouped(String text) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < text.length(); i += GROUP) {
      grouped.append(i == 0 ? "" : " ").append(text, i, Math.min(i + GROUP, text.length()));
    }
    return grouped.toString();
  }
}
