package org.psephos.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;

class JsonReportTest {

  private static final String HEX = Samples.HASH.hex();

  @Test
  void a_verified_election() {
    assertThat(JsonReport.of(Samples.verified()))
        .isEqualTo(
            "{\"format\":\"psephos-verdict/1\",\"verdict\":\"verified\","
                + election()
                + "\"checks\":[{\"id\":\"V04\",\"title\":\"Board root\",\"status\":\"passed\","
                + "\"expected\":12,\"passed\":12,\"failures\":[],\"failures_omitted\":0}],"
                + "\"warnings\":[{\"code\":\"times\",\"text\":\"Times are the operator's word."
                + " Mayor\\u001b[31m \\u202e<b>\\nV99 passed\"}],"
                + "\"result\":[[1,12]]}");
  }

  @Test
  void a_falsified_election() {
    assertThat(JsonReport.of(Samples.falsified()))
        .isEqualTo(
            "{\"format\":\"psephos-verdict/1\",\"verdict\":\"falsified\","
                + election()
                + "\"checks\":[{\"id\":\"V18\",\"title\":\"Ballot proofs\",\"status\":\"failed\","
                + "\"expected\":9,\"passed\":7,\"failures\":[{\"subject\":{\"kind\":\"ballot\","
                + "\"index\":7,\"hash\":\""
                + HEX
                + "\"},\"expected\":\"a proof that holds\","
                + "\"found\":\"Mayor\\u001b[31m \\u202e<b>\\nV99 passed\"}],"
                + "\"failures_omitted\":1},"
                + "{\"id\":\"V20\",\"title\":\"Encrypted tally\",\"status\":\"not-run\","
                + "\"expected\":2,\"passed\":1,\"failures\":[],\"failures_omitted\":0},"
                + "{\"id\":\"V25\",\"title\":\"Result\",\"status\":\"not-run\","
                + "\"expected\":0,\"passed\":0,\"failures\":[],\"failures_omitted\":0}],"
                + "\"warnings\":[]}");
  }

  @Test
  void something_unreadable() {
    assertThat(JsonReport.of(Verdict.unreadable("no such file: \u0007")))
        .isEqualTo(
            "{\"format\":\"psephos-verdict/1\",\"verdict\":\"unreadable\",\"election\":{},"
                + "\"checks\":[],\"warnings\":[{\"code\":\"unreadable\","
                + "\"text\":\"no such file: \\u0007\"}]}");
  }

  @Test
  void is_ascii_json_even_if_the_record_holds_half_a_character() throws DecodingException {
    String report = JsonReport.of(Verdict.unreadable("\ud83d \u007f é \ud83d\uddf3"));
    assertThat(report).matches("[\\x20-\\x7e]*").contains("\\u007f \\u00e9 \\ud83d\\uddf3");
    JsonParser.parse(Utf8.encode(report), Limits.OBJECT);
  }

  private static String election() {
    return "\"election\":{\"uuid\":\"Qi5a6fmf63fo7g\",\"fingerprint\":\""
        + Samples.HASH.base64()
        + "\",\"group\":\"Ed25519\",\"origin\":\"vote.example.org/board/Qi5a6fmf63fo7g\","
        + "\"checkpoint\":{\"size\":12,\"root\":\""
        + HEX
        + "\"}},";
  }
}
