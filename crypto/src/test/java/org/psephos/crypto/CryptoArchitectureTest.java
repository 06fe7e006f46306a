package org.psephos.crypto;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** No I/O, no clock, no cycles, one door to the groups. Every rule is also shown to bite. */
class CryptoArchitectureTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.psephos.crypto");

  /**
   * Streams over memory, and the exceptions that parsers of memory declare, reach nothing. The
   * abstract stream is how a packaged resource is read; those that open files are others.
   */
  private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD =
      resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
          .or(resideInAnyPackage("javax.net..", "java.sql..", "java.util.logging.."))
          .and(not(assignableTo(IOException.class)))
          .and(not(assignableTo(UncheckedIOException.class)))
          .and(not(type(InputStream.class)))
          .and(not(assignableTo(ByteArrayOutputStream.class)))
          .and(not(type(Serializable.class)))
          .as("the outside world");

  private static final ArchRule NO_IO = noClasses().should().dependOnClassesThat(OUTSIDE_WORLD);

  private static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.time..")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Date.class);

  private static final ArchRule NO_SURROUNDINGS =
      noClasses()
          .should()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static final ArchRule ONE_DOOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.psephos.crypto.group..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.psephos.crypto.group.*..");

  @Test
  void theClassesAreFound() {
    assertThat(MAIN.size()).isGreaterThan(50);
    assertThat(MAIN.contain("org.psephos.crypto.group.Groups")).isTrue();
  }

  @Test
  void nothingReadsOrWritesOutsideMemory() {
    NO_IO.check(MAIN);
  }

  @Test
  void nothingReadsTheClock() {
    NO_CLOCK.check(MAIN);
  }

  @Test
  void nothingReadsItsSurroundingsOrPrints() {
    NO_SURROUNDINGS.check(MAIN);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.psephos.crypto.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void familiesOfGroupsDoNotKnowEachOther() {
    slices().matching("org.psephos.crypto.group.(*)..").should().notDependOnEachOther().check(MAIN);
  }

  @Test
  void nobodyOutsideTheGroupsNamesTheirFamilies() {
    ONE_DOOR.check(MAIN);
  }

  @Test
  void theRulesCatchWhoBreaksThem() {
    JavaClasses culprits =
        new ClassFileImporter().importClasses(Reader.class, Timed.class, Loud.class, Curious.class);
    assertThatThrownBy(() -> NO_IO.check(culprits)).hasMessageContaining("Reader");
    assertThatThrownBy(() -> NO_CLOCK.check(culprits)).hasMessageContaining("Timed");
    assertThatThrownBy(() -> NO_SURROUNDINGS.check(culprits)).hasMessageContaining("Loud");
    assertThatThrownBy(() -> ONE_DOOR.check(culprits)).hasMessageContaining("Curious");
  }

  static final class Reader {
    InputStream open() throws IOException {
      return new java.io.FileInputStream("x");
    }
  }

  static final class Timed {
    Instant now() {
      return Clock.systemUTC().instant();
    }
  }

  static final class Loud {
    void print() {
      System.out.println();
    }
  }

  static final class Curious {
    Object group() {
      return org.psephos.crypto.group.modp.ModPGroup.rfc3526();
    }
  }
}
