package org.psephos.board.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.psephos.board.entry.AmendmentEntry.Booth;
import org.psephos.board.entry.AmendmentEntry.Closes;
import org.psephos.board.entry.AmendmentEntry.Notice;
import org.psephos.board.entry.TextDefinition.QuestionText;
import org.psephos.board.note.NoteSigner;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.signature.SigningKey;

/** Well-formed values for tests; none of the cryptography behind them is real. */
public final class EntryFixtures {

  public static final String UUID = "Qi5a6fmf63fo7g";
  public static final String ORIGIN = "vote.example.org/board/" + UUID;
  public static final NoteSigner SIGNER = NoteSigner.of(ORIGIN, SigningKey.fromSeed(new byte[32]));
  public static final String LOG = SIGNER.key().toString();
  public static final RegistrarKey REGISTRAR = new RegistrarKey("0f".repeat(32));
  public static final long OPENS = 1_800_000_000;
  public static final long CLOSES = 1_800_086_400;

  private EntryFixtures() {}

  public static Digest hash(String name) {
    return Digest.sha256(name);
  }

  public static GenesisEntry genesis(long time) {
    return new GenesisEntry("Ed25519", LOG, Mode.ELECTION, time, UUID);
  }

  public static Rules rules() {
    return new Rules(OPENS, CLOSES, 0, new Rehearsal.Waived("a test"), 10, 12);
  }

  public static Manifest manifest() {
    return new Manifest(
        Optional.of(hash("booth")),
        hash("credentials"),
        genesis(1).ident(),
        REGISTRAR,
        rules(),
        new TreeMap<>(Map.of("pt-BR", hash("text pt"), "en", definition().encode().hash())),
        hash("trustees"),
        Optional.empty());
  }

  public static TextDefinition definition() {
    return new TextDefinition(
        "The board",
        "The registrar",
        "Line one\nline \"two\" 🗳",
        "en",
        "Committee",
        List.of(new QuestionText(List.of("Ana", "Bob"), "Who?")));
  }

  /** One of every kind of entry, in an order that a board could have up to the result. */
  public static List<BoardEntry> oneOfEach() {
    return List.of(
        genesis(1_700_000_000),
        new TrusteeKeyEntry(1, hash("K")),
        new CertificateEntry(1, 1, hash("certificate"), 1, 1),
        new CommitmentEntry(1, hash("commitment"), 1),
        new DealingEntry(1, 1, hash("dealing")),
        new AbandonEntry(1, hash("reason to begin again")),
        new CertificateEntry(2, 2, hash("certificate 2"), 2, 1),
        new CertificateEntry(2, 1, hash("certificate 3"), 2, 1),
        new CommitmentEntry(2, hash("commitment 2"), 1),
        new CommitmentEntry(2, hash("commitment 3"), 2),
        new DealingEntry(2, 1, hash("dealing 2")),
        new DealingEntry(2, 2, hash("dealing 3")),
        new VerificationKeyEntry(2, 2, hash("verification key")),
        new ComplaintEntry(2, 2, 1, hash("evidence")),
        new CredentialsEntry(10, hash("credentials"), REGISTRAR, 2),
        new SetupEntry(hash("manifest"), hash("setup")),
        new TrusteeReadyEntry(1, hash("ready")),
        new RegistrarReadyEntry(hash("ready registrar")),
        new OpenEntry(OPENS),
        new BallotEntry(hash("ballot")),
        new AmendmentEntry(new Closes(CLOSES + 60), OPENS + 1),
        new AmendmentEntry(new Booth(hash("other booth")), OPENS + 2),
        new AmendmentEntry(new Notice(hash("notice")), OPENS + 3),
        new EndBallotsEntry(CLOSES + 60),
        new EncryptedTallyEntry(hash("sized")),
        new PartialDecryptionEntry(hash("owned")),
        new DecryptionProofEntry(hash("proof")),
        new ResultEntry(hash("result")),
        new AttestationEntry(hash("attestation")),
        new CancelEntry(hash("reason"), CLOSES + 61));
  }
}
