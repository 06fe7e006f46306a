package org.psephos.api.rest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.psephos.api.access.Access;
import org.psephos.api.access.Role;

/** The operations of the interface, as the annotations of its resource classes say; no pages. */
final class CodedOperations {

  private CodedOperations() {}

  static List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    for (JavaClass type : new ClassFileImporter().importPackages("org.psephos.api.rest")) {
      if (type.isAnnotatedWith(Path.class)) {
        Class<?> resource = type.reflect();
        for (Method method : resource.getDeclaredMethods()) {
          if (!verb(method).isEmpty()) {
            operations.add(operation(resource, method));
          }
        }
      }
    }
    return operations;
  }

  private static String verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value();
      }
    }
    return "";
  }

  private static Operation operation(Class<?> resource, Method method) {
    Access access = method.getAnnotation(Access.class);
    if (access == null) {
      throw new AssertionError(method + " does not say who may call it");
    }
    Path path = method.getAnnotation(Path.class);
    String whole = resource.getAnnotation(Path.class).value() + (path == null ? "" : path.value());
    return new Operation(
        method.getName(),
        verb(method),
        whole.replaceAll("\\{(\\w+):[^}]*}", "{$1}"),
        Arrays.stream(access.roles()).map(Role::wireName).collect(Collectors.toSet()),
        Arrays.stream(access.phases()).map(Enum::name).collect(Collectors.toSet()),
        method.isAnnotationPresent(Consumes.class));
  }
}
