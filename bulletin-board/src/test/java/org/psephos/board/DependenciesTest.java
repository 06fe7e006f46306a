package org.psephos.board;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.psephos.board.bel.BelWriter;
import org.psephos.board.bundle.BundleImport;
import org.psephos.board.bundle.BundleWriter;

/** Which package of this module may see which. */
@AnalyzeClasses(packages = "org.psephos.board", importOptions = DoNotIncludeTests.class)
class DependenciesTest {

  private static final String STORE = "org.psephos.board.store..";
  private static final String LOG = "org.psephos.board.log..";
  private static final String REMOTE = "org.psephos.board.remote..";
  private static final String FILE = "org.psephos.board.file..";

  @ArchTest
  static final ArchRule what_a_verifier_uses_knows_no_storage =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.psephos.board.ceremony..",
              "org.psephos.board.entry..",
              "org.psephos.board.order..",
              "org.psephos.board.merkle..",
              "org.psephos.board.note..",
              "org.psephos.board.tile..",
              "org.psephos.board.receipt..",
              "org.psephos.board.remote..",
              "org.psephos.board.tar..",
              "org.psephos.board.text..",
              "org.psephos.board.work..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STORE, LOG, FILE);

  @ArchTest
  static final ArchRule what_reads_bundles_and_archives_knows_no_storage =
      noClasses()
          .that()
          .resideInAnyPackage("org.psephos.board.bundle..", "org.psephos.board.bel..")
          .and()
          .doNotBelongToAnyOf(BundleWriter.class, BundleImport.class, BelWriter.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STORE, LOG, FILE);

  @ArchTest
  static final ArchRule a_store_knows_no_rule_about_elections =
      noClasses()
          .that()
          .resideInAPackage(STORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(LOG, "org.psephos.board.order..", "org.psephos.board.note..");

  @ArchTest
  static final ArchRule only_the_store_knows_databases =
      noClasses()
          .that()
          .resideOutsideOfPackage(STORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule only_the_reader_of_remote_boards_knows_a_network =
      noClasses()
          .that()
          .resideOutsideOfPackage(REMOTE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "javax.net..", REMOTE);

  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("org.psephos.board.(*)..").should().beFreeOfCycles();
}
