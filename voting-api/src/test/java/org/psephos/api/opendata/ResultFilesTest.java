package org.psephos.api.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

class ResultFilesTest {

  private static final ResultFiles FILES = new ResultFiles(Sample.ADDRESSES);

  private static DataFile file(String name) {
    return FILES.of(Sample.result()).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thereAreTheFilesThatAreAnnounced() {
    assertThat(FILES.of(Sample.result()))
        .extracting(DataFile::name)
        .containsExactlyElementsOf(ResultFiles.NAMES);
  }

  @Test
  void madeAgainTheyAreTheSame() {
    List<Digest> first = FILES.of(Sample.result()).stream().map(DataFile::sha256).toList();
    assertThat(FILES.of(Sample.result()))
        .extracting(DataFile::sha256)
        .containsExactlyElementsOf(first);
  }

  @Test
  void theCatalogueKnowsTheirLengthsAndHashes() {
    assertThat(FILES.distributions(Sample.result()))
        .allSatisfy(
            one -> {
              DataFile file = file(one.name());
              assertThat(one.bytes()).hasValue(file.bytes().length);
              assertThat(one.sha256()).contains(Digest.sha256(file.bytes()));
              assertThat(one.url())
                  .isEqualTo("https://vote.example.org/e/" + Sample.UUID + "/data/" + one.name());
            });
  }

  @Test
  void ourOwnFormIsCanonicalAndComplete() throws Exception {
    Json json = CanonicalJson.parse(file("result.json").bytes(), Limits.OBJECT);
    JsonFields fields = JsonFields.of(json);
    assertThat(fields.text("format")).isEqualTo("psephos-result/1");
    assertThat(fields.text("fingerprint")).isEqualTo(Sample.result().fingerprint().base64());
    List<List<Long>> votes =
        fields.list(
            "questions",
            question ->
                JsonFields.of(question)
                    .list("answers", answer -> JsonFields.of(answer).number("votes")));
    assertThat(votes).containsExactly(List.of(3L, 9L, 8L, 0L), List.of(20L, 11L));
    assertThat(new String(file("result.json").bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"size\":40", "\"counting\":12", "\"ar\":\"A vote (ع)\"");
  }

  @Test
  void descriptionsOfTablesNameEveryColumnOfEveryTable() throws Exception {
    JsonFields fields =
        JsonFields.of(JsonParser.parse(file("csv-metadata.json").bytes(), Limits.OBJECT));
    List<String> described =
        fields.list(
            "tables",
            table -> {
              JsonFields one = JsonFields.of(table);
              List<String> columns =
                  one.required(
                      "tableSchema",
                      schema ->
                          JsonFields.of(schema)
                              .list("columns", column -> JsonFields.of(column).text("name")));
              return one.text("url") + ":" + String.join(",", columns);
            });
    List<String> written =
        ResultTable.all(Sample.result()).stream()
            .map(
                table ->
                    table.fileName()
                        + ":"
                        + new String(
                                table.table().encode(), java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElseThrow())
            .toList();
    assertThat(described).isEqualTo(written);
  }
}
