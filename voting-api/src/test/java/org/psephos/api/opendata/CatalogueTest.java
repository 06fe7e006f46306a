package org.psephos.api.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a processor of linked data, which knows nothing of us, understands. */
class CatalogueTest {

  private static final String DCAT = "http://www.w3.org/ns/dcat#";
  private static final String SCHEMA = "https://schema.org/";

  private static final Catalogue CATALOGUE = new Catalogue(Sample.ADDRESSES);
  private static final List<Distribution> FILES =
      new ResultFiles(Sample.ADDRESSES).distributions(Sample.result());

  private static JsonArray expanded(DataFile file) throws Exception {
    return JsonLd.expand(JsonDocument.of(new ByteArrayInputStream(file.bytes()))).get();
  }

  private static JsonObject node(JsonArray nodes, String type) {
    return nodes.stream()
        .map(JsonValue::asJsonObject)
        .filter(one -> one.getJsonArray("@type").toString().contains("\"" + type + "\""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDataSetHasItsFilesWithLengthsAndChecksums() throws Exception {
    DataFile description = CATALOGUE.describe(Sample.dataset(FILES));
    JsonObject dataset = node(expanded(description), DCAT + "Dataset");
    assertThat(dataset.getString("@id"))
        .isEqualTo("https://vote.example.org/id/election/" + Sample.UUID + "/dataset");
    JsonArray distributions = dataset.getJsonArray(DCAT + "distribution");
    assertThat(distributions).hasSize(FILES.size());
    String all = distributions.toString();
    for (Distribution file : FILES) {
      assertThat(all).contains(file.sha256().orElseThrow().hex(), file.url());
    }
    assertThat(dataset.getJsonArray("http://purl.org/dc/terms/license").toString())
        .contains("https://creativecommons.org/publicdomain/zero/1.0/");
    assertThat(dataset.getJsonArray("http://purl.org/dc/terms/title").toString())
        .contains("\"@language\":\"ar\"");
    assertThat(dataset.getJsonArray("http://purl.org/dc/terms/temporal").toString())
        .contains("2023-11-14T22:13:20Z");
  }

  @Test
  void theAddressesOfQuestionsAndAnswersMeanSomething() throws Exception {
    DataFile description = CATALOGUE.describe(Sample.dataset(FILES));
    JsonObject election = node(expanded(description), SCHEMA + "Event");
    String election1 = Sample.ADDRESSES.election(Sample.UUID);
    assertThat(election.getString("@id")).isEqualTo(election1);
    assertThat(election.getJsonArray(SCHEMA + "about").toString())
        .contains(election1 + "/question/2", election1 + "/question/1/answer/3");
  }

  @Test
  void nothingIsLostInExpansion() throws Exception {
    DataFile description = CATALOGUE.describe(Sample.dataset(FILES));
    String text = new String(description.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    String whole = expanded(description).toString();
    for (String prefix : List.of("dcat:", "dcterms:", "foaf:", "schema:", "spdx:", "xsd:")) {
      assertThat(text).contains("\"" + prefix);
      assertThat(whole).doesNotContain("\"" + prefix);
    }
    assertThat(whole).contains("http://spdx.org/rdf/terms#checksumValue");
  }

  @Test
  void theCatalogueListsElectionsAndLeadsToTheirDescriptions() throws Exception {
    DataFile list = CATALOGUE.list(List.of(Sample.dataset(FILES)), Licence.CC_BY);
    JsonObject catalogue = node(expanded(list), DCAT + "Catalog");
    assertThat(catalogue.getJsonArray(DCAT + "dataset").toString())
        .contains(
            "/id/election/" + Sample.UUID + "/dataset",
            "/e/" + Sample.UUID + "/data/dataset.jsonld");
  }
}
