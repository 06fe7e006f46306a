package org.psephos.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OperationsTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void theServiceIsAliveAndReady() throws Exception {
    assertThat(get("q/health/live").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = get("q/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("Database connections health check");
  }

  @Test
  void metricsCanBeScraped() throws Exception {
    HttpResponse<String> metrics = get("q/metrics");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body()).contains("# TYPE ");
  }

  @Test
  void neitherSwaggerNorTheDeveloperPagesAreServed() throws Exception {
    assertThat(get("q/swagger-ui").statusCode()).isEqualTo(404);
    assertThat(get("q/openapi").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
