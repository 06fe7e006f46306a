package org.psephos.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the verifier may lean on, so that it can contradict what it verifies. */
@AnalyzeClasses(
    packages = "org.psephos.verifier",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule sees_neither_the_stores_nor_the_writer_of_boards =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.psephos.board.store..", "org.psephos.board.log..", "org.psephos.board.file..");

  @ArchTest
  static final ArchRule shares_nothing_with_those_who_tally_and_serve =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.psephos.tally..", "org.psephos.api..", "io.quarkus..");

  @ArchTest
  static final ArchRule combines_decryptions_in_its_own_way =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.psephos.crypto.decryption.Combination");

  @ArchTest
  static final ArchRule nothing_uses_the_network_itself =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net..", "javax.net..");

  @ArchTest
  static final ArchRule only_the_command_line_may_open_a_board_on_a_server =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.psephos.board.remote..");

  @ArchTest
  static final ArchRule checks_neither_read_files_nor_print =
      noClasses()
          .that()
          .resideInAnyPackage("..checks..", "..report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "picocli..");

  @ArchTest
  static final ArchRule packages_form_no_cycles =
      slices().matching("org.psephos.verifier.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule reports_know_nothing_of_records =
      classes()
          .that()
          .resideInAPackage("..report..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.psephos.verifier.report..",
              "org.psephos.crypto.codec..",
              "org.psephos.crypto.hash..");
}
