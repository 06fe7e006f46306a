package org.psephos.verifier.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.crypto.codec.Utf8;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Step;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Outcome;
import org.psephos.verifier.report.Verdict;
import org.psephos.verifier.report.Warning;

/** Codes that the registrar makes anew before Setup are counted on the board, and truly. */
class UploadsTest {

  /** An election whose list replaces an earlier one of two, of which one line stays. */
  private static ElectionScript replacing(long saidToBeReissued) {
    return ElectionScript.fast()
        .before(Step.CEREMONY, UploadsTest::uploadTwo)
        .after(
            Step.CEREMONY,
            script -> {
              script.entries.remove(script.entries.size() - 1);
              script.append(
                  new CredentialsEntry(
                      script.credentials.size(),
                      script.credentialsHash,
                      script.registrarKey(),
                      saidToBeReissued));
            });
  }

  private static void uploadTwo(ElectionScript script) {
    String list =
        "[\""
            + script.voters.get(0).credential().encode()
            + ",1\",\""
            + script.voters.get(1).credential().encode()
            + ",7\"]";
    script.append(
        new CredentialsEntry(2, script.put("", Utf8.encode(list)), script.registrarKey(), 0));
  }

  @Test
  void a_true_number_is_verified_and_said() throws IOException {
    Verdict verdict = Verdicts.of(replacing(1));
    assertThat(verdict.outcome()).as(Verdicts.describe(verdict)).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.warnings())
        .filteredOn(warning -> warning.code().equals("codes-reissued"))
        .singleElement()
        .extracting(Warning::text)
        .asString()
        .contains("1 of the voters' codes");
  }

  @Test
  void a_number_that_hides_codes_made_anew_fails() throws IOException {
    assertThat(Verdicts.of(replacing(0)).failed()).containsExactly(CheckId.V12);
  }

  @Test
  void a_number_that_invents_codes_made_anew_fails() throws IOException {
    assertThat(Verdicts.of(replacing(2)).failed()).containsExactly(CheckId.V12);
  }

  @Test
  void an_election_whose_codes_were_made_once_says_nothing() throws IOException {
    assertThat(Verdicts.of(ElectionScript.fast()).warnings())
        .extracting(Warning::code)
        .isNotEmpty()
        .doesNotContain("codes-reissued");
  }
}
