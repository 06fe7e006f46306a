package org.psephos.api.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.codec.Utf8;

class ResultTableTest {

  private static final List<String> FORMULAS = List.of("=", "+", "-", "@", "\t", "\r");

  private static List<CSVRecord> rows(ResultTable table) throws Exception {
    String text = Utf8.decode(table.table().encode());
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(text)).getRecords();
  }

  @Test
  void eachAnswerHasOneRowAndBlankIsNumberZero() throws Exception {
    List<CSVRecord> rows = rows(ResultTable.results(Sample.result()));
    assertThat(rows)
        .extracting(row -> row.get("question") + "/" + row.get("answer") + "=" + row.get("votes"))
        .containsExactly("1/0=3", "1/1=9", "1/2=8", "1/3=0", "2/1=20", "2/2=11");
    assertThat(rows.get(0).get("kind")).isEqualTo("blank");
    assertThat(rows).extracting(row -> row.get("election")).containsOnly(Sample.UUID);
  }

  @Test
  void noCellBeginsAsAFormulaAndTheTextCanBeReadBack() throws Exception {
    List<CSVRecord> rows = rows(ResultTable.results(Sample.result()));
    assertThat(rows.get(1).get("label")).isEqualTo("'" + Sample.FORMULA);
    assertThat(rows.get(2).get("label")).isEqualTo("a \"quoted\", text\nof two lines");
    assertThat(rows.get(3).get("label")).isEqualTo(Sample.MARKUP);
    for (ResultTable table : ResultTable.all(Sample.result())) {
      for (CSVRecord row : rows(table)) {
        row.forEach(cell -> assertThat(FORMULAS).noneMatch(cell::startsWith));
      }
    }
  }

  @Test
  void linesEndAsTheStandardSays() throws Exception {
    String text = Utf8.decode(ResultTable.turnout(Sample.result()).table().encode());
    assertThat(text)
        .startsWith("election,measure,value\r\n")
        .contains(Sample.UUID + ",ballots_replaced,1\r\n")
        .endsWith(Sample.UUID + ",weight_counted,20\r\n");
  }

  @Test
  void textsStandInEveryLanguage() throws Exception {
    List<CSVRecord> rows = rows(ResultTable.texts(Sample.result()));
    assertThat(rows).hasSize(2 * (1 + 2 + 5));
    assertThat(rows)
        .filteredOn(row -> row.get("language").equals("ar"))
        .allSatisfy(row -> assertThat(row.get("text")).contains("ع"));
  }
}
