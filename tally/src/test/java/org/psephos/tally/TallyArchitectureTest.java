package org.psephos.tally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.trustee.TrusteeKeyPair;

class TallyArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.psephos.tally");

  @Test
  void whatever_handles_secrets_knows_no_network() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..tally.audit..",
            "..tally.aggregation..",
            "..tally.ceremony..",
            "..tally.decryption..",
            "..tally.keyring..",
            "..tally.letter..",
            "..tally.outcome..",
            "..tally.roll..",
            "..tally.selection..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..",
            "org.psephos.board.remote..",
            "..tally.client..",
            "..tally.booth..",
            "..tally.cli..")
        .check(CLASSES);
  }

  @Test
  void only_the_client_speaks_http() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..tally.client..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .check(CLASSES);
  }

  /** The simulation decrypts with keys that it made for voters that it invented. */
  @Test
  void nothing_is_decrypted_but_what_was_audited() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..tally.decryption..", "..tally.simulation..")
        .should()
        .callMethod(
            PartialDecryption.class,
            "make",
            Election.class,
            EncryptedTally.class,
            TrusteeKeyPair.class,
            SecureRandom.class)
        .check(CLASSES);
  }
}
