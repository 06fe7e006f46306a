package org.psephos.api.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.psephos.api.election.PublishedResult;
import org.psephos.api.election.QuestionCount;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.codec.Json;

/**
 * The result in our own form, {@value #FORMAT}: complete, in every language, canonical. The other
 * files say less of the same.
 */
final class ResultJson {

  static final String FORMAT = "psephos-result/1";

  private final PublishedResult result;
  private final Addresses addresses;

  private ResultJson(PublishedResult result, Addresses addresses) {
    this.result = result;
    this.addresses = addresses;
  }

  static byte[] encode(PublishedResult result, Addresses addresses) {
    return CanonicalJson.encode(new ResultJson(result, addresses).document());
  }

  private Json.Obj document() {
    return Json.Obj.with("format", FORMAT)
        .and("id", addresses.election(result.uuid()))
        .and("uuid", result.uuid())
        .and("mode", result.mode().wireName())
        .and("group", result.group())
        .and("fingerprint", result.fingerprint().base64())
        .and("default_language", result.defaultLanguage())
        .and("name", texts(TextDefinition::name))
        .and("description", texts(TextDefinition::description))
        .and("administrator", texts(TextDefinition::administrator))
        .and("credential_authority", texts(TextDefinition::credentialAuthority))
        .and("period", period())
        .and("electorate", electorate())
        .and("counted", counted())
        .and("questions", new Json.Arr(result.questions().stream().map(this::question).toList()))
        .and("evidence", evidence())
        .build();
  }

  private Json period() {
    return Json.Obj.with("opens", result.period().opens())
        .and("closes", result.period().closes())
        .and("opened", result.period().opened())
        .and("closed", result.period().closed())
        .build();
  }

  private Json electorate() {
    return Json.Obj.with("voters", result.electorate().voters())
        .and("weight", result.electorate().weight())
        .and("minimum_ballots", result.electorate().minimumBallots())
        .build();
  }

  private Json counted() {
    return Json.Obj.with("ballots", result.counted().ballots())
        .and("counting", result.counted().counting())
        .and("weight", result.counted().weight())
        .build();
  }

  private Json evidence() {
    PublishedResult.Evidence evidence = result.evidence();
    return Json.Obj.with("origin", evidence.origin())
        .and("log", evidence.log())
        .and("size", evidence.size())
        .and("root", evidence.root().hex())
        .and("result_index", evidence.resultIndex())
        .and("result", evidence.result().hex())
        .build();
  }

  private Json question(QuestionCount question) {
    int place = question.number() - 1;
    return Json.Obj.with("id", addresses.question(result.uuid(), question.number()))
        .and("number", question.number())
        .and("text", texts(text -> text.questions().get(place).question()))
        .and("min", question.rule().min())
        .and("max", question.rule().max())
        .and("answers", new Json.Arr(answers(question)))
        .build()
        .sorted();
  }

  private List<Json> answers(QuestionCount question) {
    List<Json> answers = new ArrayList<>();
    question
        .blank()
        .ifPresent(
            votes -> answers.add(answer(question, QuestionCount.BLANK, votes).build().sorted()));
    for (int i = 0; i < question.answers().size(); i++) {
      int place = i;
      Json texts = texts(text -> text.questions().get(question.number() - 1).answers().get(place));
      answers.add(
          answer(question, i + 1, question.answers().get(i)).and("text", texts).build().sorted());
    }
    return answers;
  }

  /** A blank vote has no text of its own: {@code "blank": true} says what it is. */
  private Json.Builder answer(QuestionCount question, int number, long votes) {
    return Json.Obj.with("id", addresses.answer(result.uuid(), question.number(), number))
        .and("number", number)
        .and("blank", new Json.Bool(number == QuestionCount.BLANK))
        .and("votes", votes);
  }

  private Json texts(Function<TextDefinition, String> member) {
    Map<String, Json> texts = new LinkedHashMap<>();
    result.texts().forEach((tag, text) -> texts.put(tag, new Json.Text(member.apply(text))));
    return new Json.Obj(texts);
  }
}
