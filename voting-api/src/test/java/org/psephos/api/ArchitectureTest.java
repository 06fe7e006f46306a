package org.psephos.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.ceremony.MemberKeys;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.keyfile.KeyFile;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.TrusteeKeyPair;

class ArchitectureTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.psephos.api");

  @Test
  void theServiceNeverTouchesAnybodysSecret() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            SecretScalar.class,
            TrusteeKeyPair.class,
            CredentialKey.class,
            Code.class,
            KeyFile.class,
            MemberKeys.class,
            SecretPolynomial.class)
        .check(SERVICE);
  }

  @Test
  void theHttpLayerSeesUseCasesAndNoStorage() {
    noClasses()
        .that()
        .resideInAnyPackage("..api.rest..", "..api.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..api.records..", "..api.storage..", "..api.board..", "java.sql..")
        .check(SERVICE);
  }

  @Test
  void nobodySeesPages() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..api.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..api.web..")
        .check(SERVICE);
  }

  @Test
  void pagesDoNotSeeTheInterfaceButForRefusals() {
    noClasses()
        .that()
        .resideInAPackage("..api.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..api.rest")
        .check(SERVICE);
  }

  @Test
  void onlyTheFrameOfPagesKnowsHowTheyAreMade() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..api.web.page..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.ibm.icu..", "io.vertx.ext.web..")
        .check(SERVICE);
  }

  @Test
  void useCasesKnowNothingOfHttp() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..api.ceremony..", "..api.election..", "..api.board..", "..api.records..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..api.rest..", "..api.web..", "jakarta.ws.rs..", "io.vertx..")
        .check(SERVICE);
  }

  @Test
  void onlyStorageKnowsTheEmbeddedDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..api.storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.zonky..", "org.postgresql..")
        .check(SERVICE);
  }

  @Test
  void theServiceBelievesNoCommandLineClient() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..tally.cli..", "..tally.client..", "..tally.keyring..")
        .check(SERVICE);
  }
}
