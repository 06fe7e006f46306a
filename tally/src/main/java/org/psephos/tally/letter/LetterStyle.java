package org.psephos.tally.letter;

/**
 * How letters look.
 *
 * @param large 18 points instead of 12
 * @param windowRight whether the window of the envelope is on the right side
 */
public record LetterStyle(boolean large, boolean windowRight) {

  /** A4; the address where DIN 5008, form B, and ISO 269 envelopes have their window. */
  private static final String SHEET =
      """
      @page{size:A4;margin:20mm 20mm 20mm 25mm}
      html{font:SIZEpt/1.4 sans-serif;color:#000;background:#fff}
      body{margin:0}
      section{position:relative;break-after:page;overflow-wrap:anywhere}
      section:last-child{break-after:auto}
      .sender,.address{position:absolute;left:LEFTmm;width:80mm;font-size:12pt;line-height:1.2}
      .sender{top:38mm;font-size:8pt;white-space:nowrap;overflow:hidden}
      .address{top:43mm;font-style:normal}
      .body{padding-top:78mm}
      h1{font-size:1.3em;margin:0 0 .6em}
      p,ol{margin:.6em 0}
      .text{white-space:pre-line}
      .rehearsal{border:.5mm solid;padding:2mm;font-weight:bold}
      code{font-family:monospace}
      .code{display:block;font-size:1.25em;font-weight:bold;white-space:nowrap;margin:.3em 0}
      .print{font-size:1em;word-spacing:.4em}
      .qr{width:SIDEmm;height:SIDEmm;float:inline-end;margin-inline-start:5mm}
      .keep{break-inside:avoid}
      .small{font-size:.85em}
      table{border-collapse:collapse;width:100%}
      th,td{border:.2mm solid;padding:1.5mm;text-align:start;vertical-align:top}
      @media screen{body{max-width:165mm;margin:10mm auto}section{margin-bottom:30mm}}
      """;

  String sheet() {
    return SHEET
        .replace("SIZE", large ? "18" : "12")
        .replace("SIDE", large ? "50" : "38")
        .replace("LEFT", windowRight ? "85" : "0");
  }
}
