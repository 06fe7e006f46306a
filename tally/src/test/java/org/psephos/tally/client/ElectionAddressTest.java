package org.psephos.tally.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;

class ElectionAddressTest {

  private static final String UUID = "4Cw2UohRPjH9Dk";
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz-_0123";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vote.example/e/" + UUID,
        "https://vote.example:8443/board/" + UUID,
        "http://localhost:8080/e/" + UUID + "/trustee",
        "http://127.0.0.1/e/" + UUID,
        "  http://[::1]:80/e/" + UUID + "\n"
      })
  void addresses_name_a_service_and_an_election(String text) throws DecodingException {
    ElectionAddress address = ElectionAddress.parse(text);
    assertThat(address.uuid()).isEqualTo(UUID);
    assertThat(address.token()).isEmpty();
    assertThat(address.service().getPath()).isEmpty();
  }

  @Test
  void a_link_carries_a_token_that_no_text_form_shows() throws DecodingException {
    ElectionAddress address =
        ElectionAddress.parse("https://vote.example/e/" + UUID + "/trustee#" + TOKEN);
    assertThat(address.token()).isPresent();
    assertThat(address.toString()).doesNotContain(TOKEN);
    assertThat(address.service().toString()).isEqualTo("https://vote.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://vote.example/e/" + UUID,
        "ftp://vote.example/e/" + UUID,
        "https://user:secret@vote.example/e/" + UUID,
        "https://vote.example/" + UUID,
        "https://vote.example/e/short",
        "https://vote.example/e/" + UUID + "/../x",
        "https://vote.example/e/" + UUID + "#short",
        "http://localhost.evil.example/e/" + UUID,
        "not an address"
      })
  void other_texts_are_refused_without_being_shown(String text) {
    assertThatThrownBy(() -> ElectionAddress.parse(text))
        .isInstanceOf(DecodingException.class)
        .hasMessageNotContaining("secret");
  }
}
