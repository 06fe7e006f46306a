package org.psephos.api.rest;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docs/api/openapi.yaml as far as the tests compare it with the code. */
final class Description {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Map<?, ?> document;

  private Description(Map<?, ?> document) {
    this.document = document;
  }

  static Description read() throws IOException {
    Path file = Path.of("..", "docs", "api", "openapi.yaml");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new Description(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    forEach((path, method, operation) -> operations.add(operation(path, method, operation)));
    return operations;
  }

  /** What is done with each operation. */
  interface Visitor {
    void visit(String path, String method, Map<?, ?> operation);
  }

  void forEach(Visitor visitor) {
    for (Map.Entry<?, ?> path : map(document.get("paths")).entrySet()) {
      for (Map.Entry<?, ?> operation : map(path.getValue()).entrySet()) {
        if (METHODS.contains(operation.getKey())) {
          visitor.visit(
              (String) path.getKey(), (String) operation.getKey(), map(operation.getValue()));
        }
      }
    }
  }

  /** The values that {@code code} of a problem may have. */
  List<String> codes() {
    Map<?, ?> problem = map(map(map(document.get("components")).get("schemas")).get("Problem"));
    return strings(map(map(problem.get("properties")).get("code")).get("enum"));
  }

  private static Operation operation(String path, String method, Map<?, ?> operation) {
    return new Operation(
        (String) operation.get("operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        Set.copyOf(strings(operation.get("x-roles"))),
        Set.copyOf(strings(operation.get("x-states"))),
        operation.containsKey("requestBody"));
  }

  static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static List<String> strings(Object value) {
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }
}
