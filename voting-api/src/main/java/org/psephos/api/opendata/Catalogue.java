package org.psephos.api.opendata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.psephos.api.opendata.DataFile.MediaType;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.entry.TextDefinition.QuestionText;
import org.psephos.crypto.codec.Json;

/**
 * Describes data sets as linked data: W3C DCAT 3, and schema.org for search engines, in JSON-LD
 * that needs no other document to be understood.
 */
public final class Catalogue {

  /** The description of one election's data. */
  public static final String DATASET = "dataset.jsonld";

  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  private static final String SHA_256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";

  private final Addresses addresses;

  public Catalogue(Addresses addresses) {
    this.addresses = addresses;
  }

  /** The election, its questions and answers, and the files that tell of them. */
  public DataFile describe(Dataset dataset) {
    List<Json> graph = new ArrayList<>();
    graph.add(election(dataset));
    graph.add(node(dataset).build());
    Json.Obj document =
        Json.Obj.with("@context", context()).and("@graph", new Json.Arr(graph)).build();
    return new DataFile(DATASET, MediaType.JSON_LD, document.toBytes());
  }

  /** All data sets of the service, each with its name and where its description is. */
  public DataFile list(List<Dataset> datasets, Licence licence) {
    List<Json> items = new ArrayList<>();
    datasets.forEach(one -> items.add(summary(one).build()));
    Json.Obj document =
        Json.Obj.with("@context", context())
            .and("@id", addresses.catalogue())
            .and("@type", "dcat:Catalog")
            .and("dcterms:title", tagged("en", "Elections of " + addresses.base().getHost()))
            .and("dcterms:license", reference(licence.uri()))
            .and("foaf:homepage", reference(addresses.absolute("/data")))
            .and("dcat:dataset", new Json.Arr(items))
            .build();
    return new DataFile("catalog.jsonld", MediaType.JSON_LD, document.toBytes());
  }

  private static Json context() {
    return Json.Obj.with("dcat", "http://www.w3.org/ns/dcat#")
        .and("dcterms", "http://purl.org/dc/terms/")
        .and("foaf", "http://xmlns.com/foaf/0.1/")
        .and("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
        .and("schema", "https://schema.org/")
        .and("spdx", "http://spdx.org/rdf/terms#")
        .and("xsd", "http://www.w3.org/2001/XMLSchema#")
        .build();
  }

  private Json.Builder summary(Dataset dataset) {
    Json types =
        new Json.Arr(List.of(new Json.Text("dcat:Dataset"), new Json.Text("schema:Dataset")));
    return Json.Obj.with("@id", addresses.election(dataset.uuid()) + "/dataset")
        .and("@type", types)
        .and("dcterms:title", texts(dataset, TextDefinition::name))
        .and("rdfs:seeAlso", reference(addresses.file(dataset.uuid(), DATASET)));
  }

  private Json.Builder node(Dataset dataset) {
    Json licence = reference(dataset.licence().uri());
    return summary(dataset)
        .and("dcterms:description", texts(dataset, TextDefinition::description))
        .and("dcterms:identifier", dataset.uuid())
        .and("dcterms:subject", reference(addresses.election(dataset.uuid())))
        .and("dcterms:publisher", publisher(dataset))
        .and("dcterms:license", licence)
        .and("dcterms:language", languages(dataset))
        .and("dcterms:temporal", period(dataset))
        .and("dcat:landingPage", reference(addresses.page(dataset.uuid(), "/data")))
        .and("dcat:version", "1")
        .and("schema:name", texts(dataset, TextDefinition::name))
        .and("schema:description", texts(dataset, TextDefinition::description))
        .and("schema:license", licence)
        .and("schema:url", reference(addresses.page(dataset.uuid(), "/data")))
        .and("dcat:distribution", distributions(dataset))
        .and("schema:distribution", references(dataset));
  }

  private static Json publisher(Dataset dataset) {
    return Json.Obj.with("@type", "foaf:Agent")
        .and("foaf:name", texts(dataset, TextDefinition::administrator))
        .build();
  }

  private static Json languages(Dataset dataset) {
    return new Json.Arr(
        dataset.texts().keySet().stream().map(t -> (Json) new Json.Text(t)).toList());
  }

  private static Json period(Dataset dataset) {
    return Json.Obj.with("@type", "dcterms:PeriodOfTime")
        .and("dcat:startDate", time(dataset.opens()))
        .and("dcat:endDate", time(dataset.closes()))
        .build();
  }

  private static Json references(Dataset dataset) {
    return new Json.Arr(dataset.distributions().stream().map(one -> reference(id(one))).toList());
  }

  private static Json distributions(Dataset dataset) {
    return new Json.Arr(
        dataset.distributions().stream().map(one -> distribution(one, dataset.licence())).toList());
  }

  private static String id(Distribution one) {
    return one.url() + "#distribution";
  }

  private static Json distribution(Distribution one, Licence licence) {
    Json types =
        new Json.Arr(
            List.of(new Json.Text("dcat:Distribution"), new Json.Text("schema:DataDownload")));
    Json.Builder node =
        Json.Obj.with("@id", id(one))
            .and("@type", types)
            .and("dcterms:title", one.name())
            .and("dcterms:license", reference(licence.uri()))
            .and("dcat:accessURL", reference(one.url()))
            .and("dcat:downloadURL", reference(one.url()))
            .and("dcat:mediaType", reference(MEDIA_TYPES + one.type().registered()))
            .and("schema:contentUrl", reference(one.url()))
            .and("schema:encodingFormat", one.type().registered());
    one.standard().ifPresent(uri -> node.and("dcterms:conformsTo", reference(uri)));
    one.bytes()
        .ifPresent(
            bytes ->
                node.and("dcat:byteSize", value(Long.toString(bytes), "xsd:nonNegativeInteger"))
                    .and("schema:contentSize", bytes + " B"));
    one.sha256()
        .ifPresent(
            hash ->
                node.and("spdx:checksum", checksum(hash.hex())).and("schema:sha256", hash.hex()));
    return node.build();
  }

  private static Json checksum(String hex) {
    return Json.Obj.with("@type", "spdx:Checksum")
        .and("spdx:algorithm", reference(SHA_256))
        .and("spdx:checksumValue", value(hex, "xsd:hexBinary"))
        .build();
  }

  /** What the addresses of the election, of its questions and its answers stand for. */
  private Json election(Dataset dataset) {
    int count = dataset.defaultText().questions().size();
    List<Json> questions =
        IntStream.rangeClosed(1, count).mapToObj(number -> question(dataset, number)).toList();
    return Json.Obj.with("@id", addresses.election(dataset.uuid()))
        .and("@type", "schema:Event")
        .and("schema:name", texts(dataset, TextDefinition::name))
        .and("schema:startDate", time(dataset.opens()))
        .and("schema:endDate", time(dataset.closes()))
        .and("schema:url", reference(addresses.page(dataset.uuid(), "")))
        .and("schema:about", new Json.Arr(questions))
        .build();
  }

  private Json question(Dataset dataset, int number) {
    int count = dataset.defaultText().questions().get(number - 1).answers().size();
    List<Json> answers =
        IntStream.rangeClosed(1, count)
            .mapToObj(answer -> answer(dataset, number, answer))
            .toList();
    return Json.Obj.with("@id", addresses.question(dataset.uuid(), number))
        .and("@type", "schema:Question")
        .and("schema:position", number)
        .and("schema:name", texts(dataset, text -> of(text, number).question()))
        .and("schema:suggestedAnswer", new Json.Arr(answers))
        .build();
  }

  private Json answer(Dataset dataset, int question, int number) {
    return Json.Obj.with("@id", addresses.answer(dataset.uuid(), question, number))
        .and("@type", "schema:Answer")
        .and("schema:position", number)
        .and("schema:text", texts(dataset, text -> of(text, question).answers().get(number - 1)))
        .build();
  }

  private static QuestionText of(TextDefinition text, int question) {
    return text.questions().get(question - 1);
  }

  private static Json texts(Dataset dataset, Function<TextDefinition, String> member) {
    List<Json> values = new ArrayList<>();
    dataset.texts().forEach((tag, text) -> values.add(tagged(tag, member.apply(text))));
    return new Json.Arr(values);
  }

  private static Json tagged(String language, String text) {
    return Json.Obj.with("@value", text).and("@language", language).build();
  }

  private static Json time(long seconds) {
    return value(Instant.ofEpochSecond(seconds).toString(), "xsd:dateTime");
  }

  private static Json value(String text, String type) {
    return Json.Obj.with("@value", text).and("@type", type).build();
  }

  private static Json reference(String uri) {
    return Json.Obj.with("@id", uri).build();
  }
}
