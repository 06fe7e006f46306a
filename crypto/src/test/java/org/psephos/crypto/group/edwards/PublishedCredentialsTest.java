package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.group.Element;

/** Lists of credentials that another implementation of version 1 made, decoded and sorted by it. */
class PublishedCredentialsTest {

  private static final Pattern CREDENTIAL = Pattern.compile("\"([0-9a-f]{64})[,\"]");

  private static String list(String election) throws Exception {
    String path = "/vectors/belenios/" + election + "/public/public_creds.json";
    try (InputStream input = PublishedCredentialsTest.class.getResourceAsStream(path)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c-ed25519-thr3of5", "n-ed25519-nonhomomorphic", "l-ed25519-lists"})
  void theyAreMembersInOurOrder(String election) throws Exception {
    List<Element> elements = new ArrayList<>();
    Matcher credential = CREDENTIAL.matcher(list(election));
    while (credential.find()) {
      Element element = Ed25519Group.instance().decode(credential.group(1));
      assertThat(element.plus(Ed25519Group.instance().identity()).encode())
          .isEqualTo(credential.group(1));
      elements.add(element);
    }
    assertThat(elements).hasSizeGreaterThan(2).isSorted();
  }
}
