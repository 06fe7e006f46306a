package org.psephos.board.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.board.merkle.TreeHash;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.signature.VerifyingKey;

class SignedNoteTest {

  private static final NoteSigner LOG = NoteSigners.log();
  private static final SignedNote NOTE = LOG.sign("first\nsecond\n");
  private static final NoteSignature STRANGER =
      NoteSigners.attacker().sign(NOTE.text()).signatures().get(0);

  @Test
  void manyUnknownLinesDoNotHideTheKnownOne() throws DecodingException {
    List<NoteSignature> lines = new ArrayList<>(Collections.nCopies(15, STRANGER));
    lines.addAll(NOTE.signatures());
    SignedNote note = new SignedNote(NOTE.text(), lines);

    assertThat(SignedNote.parse(note.toBytes()).check(List.of(LOG.key())))
        .isInstanceOf(NoteCheck.Accepted.class);
  }

  @Test
  void aHundredLinesAreReadAndMoreAreNot() throws DecodingException {
    SignedNote full = new SignedNote(NOTE.text(), Collections.nCopies(100, STRANGER));
    byte[] more = Utf8.encode(Utf8.decode(full.toBytes()) + STRANGER.line() + "\n");

    assertThat(SignedNote.parse(full.toBytes())).isEqualTo(full);
    refused(more);
    assertThatIllegalArgumentException().isThrownBy(() -> full.with(List.of(STRANGER)));
  }

  @Test
  void aMebibyteIsReadAndMoreIsNot() throws DecodingException {
    String tail = Utf8.decode(NOTE.toBytes());
    byte[] largest = Utf8.encode("x".repeat(SignedNote.MAX_BYTES - tail.length() - 3) + tail);
    byte[] larger = Utf8.encode("x".repeat(SignedNote.MAX_BYTES - tail.length() + 3) + tail);

    assertThat(SignedNote.parse(largest).signatures()).isEqualTo(NOTE.signatures());
    refused(larger);
  }

  @Test
  void controlCharactersAreRefusedInTheSignatureLinesToo() {
    String note = text(NOTE.toBytes());
    refused(Utf8.encode(note.replace(" board", " b\u0001oard")));
    refused(Utf8.encode(note + "\u0000\n"));
  }

  private static String text(byte[] note) {
    try {
      return Utf8.decode(note);
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no line end", "tab\there\n", "bell\u0007\n"})
  void onlyWholePrintableLinesAreSigned(String text) {
    assertThat(LOG.sign("good\n").text()).isEqualTo("good\n");
    assertThatIllegalArgumentException().isThrownBy(() -> LOG.sign(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a+b", "a\u00a0b", "a\u2028b", "a\u0085b", "a\nb", "\u3000"})
  void namesWithSpacesOrPlusAreNotNames(String name) {
    VerifyingKey key = LOG.key().key();
    assertThat(VerifierKey.of("a.b/c-é", KeyType.ED25519, key).name()).isEqualTo("a.b/c-é");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifierKey.of(name, KeyType.ED25519, key));
  }

  @Test
  void aLineTooShortForASignatureIsMalformed() throws DecodingException {
    assertThat(NoteSignature.parse("\u2014 a AAAAAAA=").keyId()).isZero();
    assertThatExceptionOfType(DecodingException.class)
        .isThrownBy(() -> NoteSignature.parse("\u2014 a AAAAAA=="));
    assertThatExceptionOfType(DecodingException.class)
        .isThrownBy(() -> NoteSignature.parse("\u2014 a"));
  }

  @Test
  void aShortSignatureByAKnownKeySpoilsTheNote() {
    NoteSignature cut = NoteSignature.of(LOG.key(), new byte[63]);

    assertThat(NOTE.check(List.of(LOG.key()))).isInstanceOf(NoteCheck.Accepted.class);
    assertThat(NOTE.with(List.of(cut)).check(List.of(LOG.key())))
        .isEqualTo(new NoteCheck.Refused(NoteCheck.Reason.BAD_SIGNATURE));
  }

  @Test
  void withoutKnownKeysNothingIsBelieved() {
    assertThat(NOTE.check(List.of()))
        .isEqualTo(new NoteCheck.Refused(NoteCheck.Reason.NO_KNOWN_SIGNER));
  }

  @Test
  void aLogSignsOnlyForItself() {
    Checkpoint own = new Checkpoint(LOG.key().name(), 0, TreeHash.EMPTY);
    Checkpoint other = new Checkpoint("other.example.org", 0, TreeHash.EMPTY);

    assertThat(LOG.sign(own).checkpoint()).isEqualTo(own);
    assertThatIllegalArgumentException().isThrownBy(() -> LOG.sign(other));
  }

  @Test
  void aKeyThatIsNoPointOfPrimeOrderIsRefused() throws DecodingException {
    // The identity, with the key id that belongs to it: anybody could sign for it.
    String identity = "a+cae63997+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assertThat(VerifierKey.parse(LOG.key().toString())).isEqualTo(LOG.key());
    assertThatExceptionOfType(DecodingException.class)
        .isThrownBy(() -> VerifierKey.parse(identity));
  }

  @Test
  void aSignerDoesNotShowItsSecret() {
    assertThat(LOG).hasToString("NoteSigner[" + LOG.key() + "]");
  }

  private static void refused(byte[] note) {
    assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> SignedNote.parse(note));
  }
}
