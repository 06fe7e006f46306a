package org.psephos.tally.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;

class KeyRingTest {

  private static final ElectionId ELECTION = ElectionId.random(SeededRandom.of("this"));
  private static final ElectionId OTHER = ElectionId.random(SeededRandom.of("other"));

  @TempDir private Path folder;

  private static char[] passphrase() {
    return "correct horse".toCharArray();
  }

  private Path file() {
    return folder.resolve("keys").resolve("my.key");
  }

  private TrusteeKeyRing trustee(ElectionId election) throws DecodingException {
    return new TrusteeKeyRing(file(), election, Groups.named("Ed25519"));
  }

  private Element made() throws Exception {
    try (TrusteeKeyPair pair = trustee(ELECTION).create(passphrase(), SeededRandom.of("key"))) {
      return pair.publicKey();
    }
  }

  @Test
  void a_trustee_key_opens_again_with_its_passphrase() throws Exception {
    Element key = made();
    assertThat(trustee(ELECTION).hasKey()).isTrue();
    assertThat(trustee(ELECTION).publicKey()).isEqualTo(key);
    try (TrusteeKeyPair pair = trustee(ELECTION).open(passphrase())) {
      assertThat(pair.publicKey()).isEqualTo(key);
    }
  }

  @Test
  void a_key_file_is_never_replaced() throws Exception {
    made();
    byte[] content = Files.readAllBytes(file());
    assertThatThrownBy(() -> trustee(ELECTION).create(passphrase(), SeededRandom.of("new")))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("not replaced");
    assertThat(Files.readAllBytes(file())).isEqualTo(content);
  }

  @Test
  void a_key_made_elsewhere_is_kept_and_given_back_from_the_file() throws Exception {
    try (TrusteeKeyPair key =
            TrusteeKeyPair.generate(Groups.named("Ed25519"), SeededRandom.of("elsewhere"));
        TrusteeKeyPair held = trustee(ELECTION).keep(key, passphrase(), SeededRandom.of("salt"))) {
      assertThat(held).isNotSameAs(key);
      assertThat(held.publicKey()).isEqualTo(key.publicKey());
      assertThatThrownBy(() -> trustee(ELECTION).keep(key, passphrase(), SeededRandom.of("salt")))
          .isInstanceOf(KeyFileException.class)
          .hasMessageContaining("not replaced");
    }
  }

  @Test
  void a_key_file_is_set_aside_whole_and_never_onto_another() throws Exception {
    made();
    byte[] content = Files.readAllBytes(file());
    Path aside = trustee(ELECTION).setAside(".old");
    assertThat(file()).doesNotExist();
    assertThat(Files.readAllBytes(aside)).isEqualTo(content);

    made();
    assertThatThrownBy(() -> trustee(ELECTION).setAside(".old"))
        .isInstanceOf(KeyFileException.class);
    assertThat(file()).exists();
    assertThat(Files.readAllBytes(aside)).isEqualTo(content);
  }

  @Test
  void the_file_of_a_ceremony_is_replaced_whole_opened_and_removed() throws Exception {
    CeremonyFile beside = CeremonyFile.beside(file(), ELECTION);
    Element key = Groups.named("Ed25519").generator();
    assertThat(beside.read(passphrase())).isEmpty();
    for (byte[] state : new byte[][] {{1, 2, 3}, new byte[200_000]}) {
      beside.write(key, state, passphrase(), SeededRandom.of("seal"));
      assertThat(beside.read(passphrase())).hasValue(state);
      assertThat(Files.getPosixFilePermissions(folder.resolve("keys/my.key.ceremony")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThatThrownBy(() -> beside.read("wrong".toCharArray()))
        .isInstanceOf(KeyFileException.class);
    assertThatThrownBy(() -> CeremonyFile.beside(file(), OTHER).read(passphrase()))
        .isInstanceOf(KeyFileException.class);
    beside.remove();
    assertThat(beside.read(passphrase())).isEmpty();
  }

  @Test
  void a_wrong_passphrase_opens_nothing() throws Exception {
    made();
    assertThatThrownBy(() -> trustee(ELECTION).open("wrong".toCharArray()))
        .isInstanceOf(KeyFileException.class);
  }

  @Test
  void a_key_serves_its_own_election_and_role_only() throws Exception {
    made();
    assertThatThrownBy(() -> trustee(OTHER).open(passphrase()))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining(ELECTION.value());
    assertThatThrownBy(() -> trustee(OTHER).publicKey()).isInstanceOf(KeyFileException.class);
    assertThatThrownBy(() -> new RegistrarKeyRing(file(), ELECTION).open(passphrase()))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("registrar");
  }

  @Test
  void the_key_of_another_group_is_noticed() throws Exception {
    Group other = Groups.named("BELENIOS-2048");
    made();
    assertThatThrownBy(() -> new TrusteeKeyRing(file(), ELECTION, other).open(passphrase()))
        .isInstanceOf(KeyFileException.class);
    assertThatThrownBy(() -> new TrusteeKeyRing(file(), ELECTION, other).publicKey())
        .isInstanceOf(KeyFileException.class);
  }

  @Test
  void a_changed_public_key_is_noticed() throws Exception {
    made();
    String text = Utf8.decode(Files.readAllBytes(file()));
    String key = trustee(ELECTION).publicKey().encode();
    Element other = Groups.named("Ed25519").generator();
    Files.write(file(), Utf8.encode(text.replace(key, other.encode())));
    assertThatThrownBy(() -> trustee(ELECTION).open(passphrase()))
        .isInstanceOf(KeyFileException.class);
  }

  @Test
  void a_missing_or_foreign_file_is_explained() throws Exception {
    assertThatThrownBy(() -> trustee(ELECTION).open(passphrase()))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("no readable key file");
    Files.createDirectories(file().getParent());
    Files.write(file(), Utf8.encode("{}"));
    assertThatThrownBy(() -> trustee(ELECTION).open(passphrase()))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("is no key file");
  }

  @Test
  void a_registrar_key_opens_again_and_signs_as_before() throws Exception {
    RegistrarKeyRing ring = new RegistrarKeyRing(file(), ELECTION);
    assertThat(ring.hasKey()).isFalse();
    byte[] message = {1, 2, 3};
    try (SigningKey made = ring.create(passphrase(), SeededRandom.of("registrar"));
        SigningKey opened = ring.open(passphrase())) {
      assertThat(opened.verifyingKey().hex()).isEqualTo(made.verifyingKey().hex());
      assertThat(made.verifyingKey().verifies(message, opened.sign(message))).isTrue();
    }
  }
}
