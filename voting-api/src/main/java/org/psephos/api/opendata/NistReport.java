package org.psephos.api.opendata;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.psephos.api.election.PublishedResult;
import org.psephos.api.election.QuestionCount;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.codec.Json;

/**
 * The result as an ElectionReport of NIST SP 1500-100 revision 2. docs/api/open-data.md has the
 * table of what goes where, and what that format cannot say.
 */
final class NistReport {

  private static final String ELECTORATE = "electorate";
  private static final String PRODUCER = "psephos";

  private final PublishedResult result;
  private final Addresses addresses;

  private NistReport(PublishedResult result, Addresses addresses) {
    this.result = result;
    this.addresses = addresses;
  }

  static byte[] encode(PublishedResult result, Addresses addresses) {
    return new NistReport(result, addresses).report().toBytes();
  }

  private Json.Obj report() {
    return typed("ElectionReport")
        .and("Format", "summary-contest")
        .and("GeneratedDate", Instant.ofEpochSecond(result.period().closed()).toString())
        .and("Issuer", issuer())
        .and("IssuerAbbreviation", result.evidence().host())
        .and("SequenceStart", 1)
        .and("SequenceEnd", 1)
        .and("Status", "unofficial-complete")
        .and("IsTest", new Json.Bool(result.mode() == Mode.REHEARSAL))
        .and("VendorApplicationId", PRODUCER)
        .and("Notes", notes())
        .and("ExternalIdentifier", new Json.Arr(List.of(uri(addresses.election(result.uuid())))))
        .and("GpUnit", new Json.Arr(List.of(electorate())))
        .and("Election", new Json.Arr(List.of(election())))
        .build();
  }

  /** The administrator may be unnamed; then whoever runs the service issues the report. */
  private String issuer() {
    String administrator = result.defaultText().administrator();
    return administrator.isBlank() ? result.evidence().host() : administrator;
  }

  private String notes() {
    return "Fingerprint "
        + result.fingerprint().base64()
        + "; board "
        + result.evidence().origin()
        + " of size "
        + result.evidence().size()
        + " with root "
        + result.evidence().root().hex()
        + ". Counts are sums of weights. GeneratedDate is when voting ended; the board has no later time.";
  }

  private Json electorate() {
    return identified("ReportingUnit", ELECTORATE)
        .and("Name", text(TextDefinition::name))
        .and("Type", "other")
        .and("OtherType", ELECTORATE)
        .and("VotersRegistered", result.electorate().voters())
        .and("VotersParticipated", result.counted().counting())
        .build();
  }

  private Json election() {
    return typed("Election")
        .and("Name", text(TextDefinition::name))
        .and("Type", "other")
        .and("OtherType", "vote")
        .and("StartDate", day(result.period().opened()))
        .and("EndDate", day(result.period().closed()))
        .and("ElectionScopeId", ELECTORATE)
        .and("BallotCounts", new Json.Arr(List.of(ballots())))
        .and("ExternalIdentifier", new Json.Arr(List.of(uri(addresses.election(result.uuid())))))
        .and("Candidate", new Json.Arr(candidates()))
        .and("Contest", new Json.Arr(result.questions().stream().map(this::contest).toList()))
        .build();
  }

  private Json ballots() {
    return typed("BallotCounts")
        .and("BallotsCast", result.counted().counting())
        .and("GpUnitId", ELECTORATE)
        .and("Type", "total")
        .build();
  }

  private List<Json> candidates() {
    List<Json> candidates = new ArrayList<>();
    for (QuestionCount question : result.questions()) {
      for (int answer = 1; answer <= question.answers().size(); answer++) {
        candidates.add(candidate(question.number(), answer));
      }
    }
    return candidates;
  }

  private Json candidate(int question, int answer) {
    return identified("Candidate", candidateId(question, answer))
        .and(
            "BallotName",
            text(text -> text.questions().get(question - 1).answers().get(answer - 1)))
        .and(
            "ExternalIdentifier",
            new Json.Arr(List.of(uri(addresses.answer(result.uuid(), question, answer)))))
        .build();
  }

  private Json contest(QuestionCount question) {
    int number = question.number();
    return identified("CandidateContest", "question-" + number)
        .and("Name", result.defaultText().questions().get(number - 1).question())
        .and("BallotTitle", text(text -> text.questions().get(number - 1).question()))
        .and("ElectionDistrictId", ELECTORATE)
        .and("SequenceOrder", number)
        .and("VotesAllowed", question.rule().max())
        .and("VoteVariation", variation(question))
        .and("ContestSelection", new Json.Arr(selections(question)))
        .and("OtherCounts", new Json.Arr(List.of(otherCounts(question))))
        .and(
            "ExternalIdentifier",
            new Json.Arr(List.of(uri(addresses.question(result.uuid(), number)))))
        .build();
  }

  private static String variation(QuestionCount question) {
    if (question.rule().max() == 1) {
      return "plurality";
    }
    return question.rule().max() == question.rule().answers() ? "approval" : "n-of-m";
  }

  private List<Json> selections(QuestionCount question) {
    List<Json> selections = new ArrayList<>();
    for (int answer = 1; answer <= question.answers().size(); answer++) {
      Json candidate = new Json.Text(candidateId(question.number(), answer));
      selections.add(
          identified("CandidateSelection", candidateId(question.number(), answer) + "-selection")
              .and("CandidateIds", new Json.Arr(List.of(candidate)))
              .and("SequenceOrder", answer)
              .and("VoteCounts", votes(question.answers().get(answer - 1)))
              .build());
    }
    question.blank().ifPresent(votes -> selections.add(blank(question.number(), votes)));
    return selections;
  }

  /** A blank vote is a choice that the voter made, and no missing one. */
  private Json blank(int question, long votes) {
    return identified("BallotMeasureSelection", "question-" + question + "-blank")
        .and("Selection", text(new TreeMap<>(java.util.Map.of("en", "Blank: none of these"))))
        .and("VoteCounts", votes(votes))
        .build();
  }

  private static Json votes(long count) {
    return new Json.Arr(
        List.of(
            typed("VoteCounts")
                .and("Count", count)
                .and("GpUnitId", ELECTORATE)
                .and("Type", "total")
                .build()));
  }

  /** Nobody can choose too many: every ballot carries a proof of that. */
  private Json otherCounts(QuestionCount question) {
    long possible = Math.multiplyExact(question.rule().max(), result.counted().weight());
    return typed("OtherCounts")
        .and("GpUnitId", ELECTORATE)
        .and("Overvotes", 0)
        .and("Undervotes", possible - question.chosen())
        .build();
  }

  private static String candidateId(int question, int answer) {
    return "question-" + question + "-answer-" + answer;
  }

  private static Json uri(String uri) {
    return typed("ExternalIdentifier")
        .and("Type", "other")
        .and("OtherType", "uri")
        .and("Value", uri)
        .build();
  }

  private Json text(Function<TextDefinition, String> member) {
    SortedMap<String, String> texts = new TreeMap<>();
    result.texts().forEach((tag, text) -> texts.put(tag, member.apply(text)));
    return text(texts);
  }

  private static Json text(SortedMap<String, String> texts) {
    List<Json> strings = new ArrayList<>();
    texts.forEach(
        (tag, content) ->
            strings.add(
                typed("LanguageString").and("Content", content).and("Language", tag).build()));
    return typed("InternationalizedText").and("Text", new Json.Arr(strings)).build();
  }

  private static String day(long seconds) {
    return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static Json.Builder typed(String type) {
    return Json.Obj.with("@type", "ElectionResults." + type);
  }

  private static Json.Builder identified(String type, String id) {
    return typed(type).and("@id", id);
  }
}
