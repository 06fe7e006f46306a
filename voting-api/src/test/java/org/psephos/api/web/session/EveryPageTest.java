package org.psephos.api.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.psephos.api.access.Access;

/** What every page keeps to, whoever writes it. */
class EveryPageTest {

  @Test
  void everyPageSaysWhoMayCallIt() {
    List<JavaMethod> pages = pages();
    assertThat(pages).isNotEmpty();
    for (JavaMethod page : pages) {
      assertThat(page.isAnnotatedWith(Access.class)).as(page.getFullName()).isTrue();
    }
  }

  @Test
  void nobodyChangesAnythingWithoutASessionExceptByLoggingIn() {
    List<String> open = new ArrayList<>();
    for (JavaMethod page : pages()) {
      boolean changes = !page.isAnnotatedWith(GET.class);
      if (changes && page.getAnnotationOfType(Access.class).roles().length == 0) {
        open.add(page.getOwner().getSimpleName() + "." + page.getName());
      }
    }
    assertThat(open).containsExactly("LogInResource.login");
  }

  private static List<JavaMethod> pages() {
    List<JavaMethod> pages = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.psephos.api.web")) {
      if (type.isAnnotatedWith(Path.class)) {
        type.getMethods().stream()
            .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
            .forEach(pages::add);
      }
    }
    return pages;
  }
}
