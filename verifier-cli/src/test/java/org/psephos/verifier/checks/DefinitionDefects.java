package org.psephos.verifier.checks;

import static org.psephos.verifier.report.CheckId.V08;
import static org.psephos.verifier.report.CheckId.V09;
import static org.psephos.verifier.report.CheckId.V11;
import static org.psephos.verifier.report.CheckId.V12;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.RegistrarKey;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.entry.TextDefinition.QuestionText;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.verifier.fixture.Definition;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Step;
import org.psephos.verifier.report.CheckId;

/** What can be wrong with the definition: election, manifest, trustees, what was posted. */
final class DefinitionDefects {

  private static final Digest OTHER = Digest.sha256("another");

  private DefinitionDefects() {}

  static Stream<Defect> all() {
    return Stream.of(election(), manifest(), texts(), trustees(), ceremony()).flatMap(List::stream);
  }

  private static List<Defect> election() {
    return List.of(
        changed(V08, "election", "a line feed at the end", Edit::lineFeed),
        changed(V08, "election", "version 2", Edit.number("version", 2)),
        changed(V08, "election", "version 1 as text", Edit.text("version", "1")),
        changed(
            V08,
            "election",
            "more answers asked for than given",
            Edit.number("questions[0].max", 4)),
        changed(V08, "election", "fewer than none asked for", Edit.number("questions[0].min", -1)),
        changed(
            V08,
            "election",
            "a question of another kind",
            Edit.characters(
                "\"questions\":[", "\"questions\":[{\"type\":\"Lists\",\"value\":{}},")),
        changed(V08, "election", "a group that nobody knows", Edit.text("group", "P-256")),
        changed(V08, "election", "a member that nobody knows", Edit.text("votes", "100")),
        changed(V08, "setup", "a certificate", Edit.text("credentials_certificate", OTHER.hex())),
        changed(V08, "genesis", "another group", Edit.text("group", "BELENIOS-2048")),
        Defect.of(
            V08,
            "election: another uuid",
            script -> {
              script.definition = script.definition.of(new ElectionId("5therE1ection5"));
              return script;
            }),
        changed(
            V08,
            "election",
            "an office that turns the direction of writing",
            Edit.text("administrator", "The \u202eoffice")));
  }

  private static List<Defect> manifest() {
    return List.of(
        changed(V09, "manifest", "another entry 0", Edit.text("genesis", OTHER.hex())),
        changed(V09, "manifest", "another list", Edit.text("credentials", OTHER.hex())),
        changed(V09, "manifest", "other trustees", Edit.text("trustees", OTHER.hex())),
        changed(V09, "manifest", "more voters", Edit.number("rules.voters", 6)),
        changed(V09, "manifest", "more weight", Edit.number("rules.weight", 11)),
        changed(
            V09,
            "election",
            "another manifest",
            Edit.text("credential_authority", "psephos/1 " + OTHER.hex())),
        changed(
            V09,
            "election",
            "a name in place of the manifest",
            Edit.text("credential_authority", "The registrar")));
  }

  private static List<Defect> texts() {
    return List.of(
        Defect.of(
            V09,
            "no language is that of election.json",
            script -> {
              script.definition = script.definition.named("Another election");
              return script;
            }),
        Defect.of(
            V09,
            "a translation has fewer answers",
            script -> {
              script.definition =
                  script.definition.in(
                      List.of(script.definition.texts().get(0), shorter(script.definition)));
              return script;
            }),
        changed(
            V09,
            "text fr",
            "an answer that turns the direction of writing",
            Edit.text("questions[0].answers[1]", "Bo\u202e")),
        changed(V09, "text fr", "another language", Edit.text("language", "de")),
        changed(V09, "text fr", "a line feed at the end", Edit::lineFeed));
  }

  private static TextDefinition shorter(Definition definition) {
    TextDefinition french = definition.texts().get(1);
    QuestionText first = new QuestionText(List.of("Ada", "Bo"), "Qui ?");
    return new TextDefinition(
        "", "", "", "fr", french.name(), List.of(first, french.questions().get(1)));
  }

  private static List<Defect> trustees() {
    return List.of(
        changed(V11, "key 2", "no proof of knowing it", Edit.text("pok.response", "1")),
        changed(V11, "trustees", "another spelling", Edit.characters("[[", "[ [")),
        Defect.of(
            V11,
            "two trustees have one key",
            script -> {
              script.trustees.set(1, script.trustees.get(0));
              return script;
            }),
        Defect.of(
            V11,
            "a trustee has the key 0",
            script -> {
              script.trustees.set(0, TrusteeKeyPair.restore(script.group, new byte[32]));
              return script;
            }),
        Defect.of(
            V11,
            "the key of the election is not that of the trustees",
            script -> {
              script.definition = script.definition.withMinimum(0);
              String other = script.voters.get(0).credential().encode();
              return script
                  .change("election", Edit.text("public_key", other))
                  .instead(Step.VOTE, s -> {});
            }));
  }

  private static List<Defect> ceremony() {
    return List.of(
        afterwards("a trustee posted another key", DefinitionDefects::postAnotherKey),
        afterwards(
            "somebody who is no trustee posted a key",
            s -> s.append(new TrusteeKeyEntry(3, s.put("", Utf8.encode("{}"))))),
        afterwards(
            "the registrar uploaded another list",
            s ->
                s.append(
                    new CredentialsEntry(
                        1, s.put("", Utf8.encode("[\"ab\"]")), s.registrarKey(), 0))),
        afterwards(
            "another registrar uploaded the list",
            s ->
                s.append(
                    new CredentialsEntry(
                        5, s.credentialsHash, new RegistrarKey("0".repeat(64)), 0))),
        afterwards(
            "an upload counts more credentials than it has",
            s -> s.append(new CredentialsEntry(6, s.credentialsHash, s.registrarKey(), 0))));
  }

  private static void postAnotherKey(ElectionScript script) {
    try (TrusteeKeyPair another = TrusteeKeyPair.generate(script.group, script.random)) {
      byte[] key = another.prove(script.random).encode();
      script.append(new TrusteeKeyEntry(1, script.put("", key)));
    }
  }

  private static Defect afterwards(String name, Consumer<ElectionScript> action) {
    return Defect.of(V12, name, script -> script.after(Step.CEREMONY, action));
  }

  private static Defect changed(
      CheckId expected, String part, String name, UnaryOperator<byte[]> change) {
    return Defect.of(expected, part + ": " + name, script -> script.change(part, change));
  }
}
