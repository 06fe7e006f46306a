package org.psephos.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.psephos.api.election.Code;

/** docs/api/openapi.yaml is what the code does, and the code does what it says. */
class OpenApiTest {

  @Test
  void describesEveryOperationAndNoOther() throws Exception {
    assertThat(Description.read().operations())
        .hasSizeGreaterThan(15)
        .containsExactlyInAnyOrderElementsOf(CodedOperations.all());
  }

  @Test
  void listsEveryCodeOfAProblem() throws Exception {
    assertThat(Description.read().codes())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Code.values()).map(Code::wireName).toList());
  }

  @Test
  void namesTheRefusalsThatRolesStatesAndBodiesBring() throws Exception {
    Description.read()
        .forEach(
            (path, method, operation) -> {
              Map<?, ?> responses = Description.map(operation.get("responses"));
              if (!operation.get("x-roles").toString().equals("[]")) {
                assertListed(responses, method + path, "401", "403");
              }
              if (!operation.get("x-states").toString().equals("[]")) {
                assertListed(responses, method + path, "409");
              }
              if (operation.containsKey("requestBody")) {
                assertListed(responses, method + path, "413", "415");
              }
              if (path.contains("{uuid}")) {
                assertListed(responses, method + path, "404");
              }
            });
  }

  private static void assertListed(Map<?, ?> responses, String operation, String... statuses) {
    for (String status : statuses) {
      assertThat(responses.containsKey(status)).as(operation + " " + status).isTrue();
    }
  }
}
