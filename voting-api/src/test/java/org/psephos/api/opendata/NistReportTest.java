package org.psephos.api.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.Mode;

/** The schema is our profile of the one in the specification: see docs/api/open-data.md. */
class NistReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonSchema schema() throws Exception {
    try (InputStream file =
        NistReportTest.class.getResourceAsStream("/nist/sp-1500-100r2-profile.json")) {
      SchemaValidatorsConfig strict =
          SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(file, strict);
    }
  }

  private static ObjectNode report(Mode mode) throws Exception {
    return (ObjectNode) JSON.readTree(NistReport.encode(Sample.result(mode), Sample.ADDRESSES));
  }

  private static Set<ValidationMessage> faults(JsonNode report) throws Exception {
    return schema().validate(report);
  }

  @Test
  void theReportIsValid() throws Exception {
    assertThat(faults(report(Mode.ELECTION))).isEmpty();
    assertThat(faults(report(Mode.REHEARSAL))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsMissingUnknownOrOfAnotherKind() throws Exception {
    ObjectNode without = report(Mode.ELECTION);
    without.remove("SequenceEnd");
    assertThat(faults(without)).hasSize(1);
    ObjectNode more = report(Mode.ELECTION);
    more.put("Sequence", 1);
    assertThat(faults(more)).hasSize(1);
    ObjectNode other = report(Mode.ELECTION);
    other.put("Status", "preliminary");
    assertThat(faults(other)).hasSize(1);
    ObjectNode undated = report(Mode.ELECTION);
    undated.put("GeneratedDate", "yesterday");
    assertThat(faults(undated)).isNotEmpty();
    ObjectNode deep = report(Mode.ELECTION);
    ((ObjectNode) deep.at("/Election/0/Contest/0/ContestSelection/0/VoteCounts/0"))
        .put("Count", "nine");
    assertThat(faults(deep)).isNotEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() throws Exception {
    ObjectNode report = report(Mode.ELECTION);
    List<String> ids = report.findValuesAsText("@id");
    assertThat(ids).doesNotHaveDuplicates();
    List<String> references = new ArrayList<>();
    for (String member : List.of("GpUnitId", "ElectionDistrictId", "ElectionScopeId")) {
      references.addAll(report.findValuesAsText(member));
    }
    report.findValues("CandidateIds").forEach(list -> references.add(list.get(0).asText()));
    assertThat(new HashSet<>(ids)).containsAll(references);
    assertThat(references).hasSizeGreaterThan(15);
  }

  @Test
  void countsAndRulesAreTheirs() throws Exception {
    ObjectNode report = report(Mode.ELECTION);
    JsonNode single = report.at("/Election/0/Contest/0");
    assertThat(single.get("VoteVariation").asText()).isEqualTo("plurality");
    assertThat(single.at("/ContestSelection/0/VoteCounts/0/Count").asLong()).isEqualTo(9);
    assertThat(single.at("/ContestSelection/3/@type").asText())
        .isEqualTo("ElectionResults.BallotMeasureSelection");
    assertThat(single.at("/OtherCounts/0/Undervotes").asLong()).isEqualTo(3);
    JsonNode several = report.at("/Election/0/Contest/1");
    assertThat(several.get("VoteVariation").asText()).isEqualTo("approval");
    assertThat(several.get("VotesAllowed").asLong()).isEqualTo(2);
    assertThat(several.at("/OtherCounts/0/Undervotes").asLong()).isEqualTo(2 * 20 - 31);
    assertThat(report.at("/GpUnit/0/VotersParticipated").asLong()).isEqualTo(12);
    assertThat(report.get("IsTest").asBoolean()).isFalse();
    assertThat(report(Mode.REHEARSAL).get("IsTest").asBoolean()).isTrue();
  }
}
