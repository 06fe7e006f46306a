package org.psephos.crypto.election;

import java.util.List;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;

/**
 * The parameters of one election, {@code election.json} (protocol §4): what is asked, in which
 * group, and under which key. Immutable and safe for use by many threads; equality is equality of
 * bytes.
 *
 * <p>An election holds homomorphic questions only: {@link #decode} refuses every other kind, so
 * that nobody can forget to. It checks the canonical spelling, the key, and the limits. It does not
 * check whose key it is: see {@code Trustees}.
 */
public final class Election {

  /** The version of the parameters that this program reads and writes. */
  public static final long VERSION = 1;

  /** The most questions of an election. */
  public static final int MAX_QUESTIONS = 50;

  /** The most characters of any one text. */
  public static final int MAX_TEXT = 10_000;

  private static final Limits LIMITS = new Limits(16 << 20, 16, MAX_TEXT);

  /** What {@code credential_authority} starts with when it names a manifest. */
  private static final String MANIFEST_PREFIX = "psephos/1 ";

  private final ElectionId uuid;
  private final ElectionTexts texts;
  private final PublicKey publicKey;
  private final List<Question.Homomorphic> questions;
  private final byte[] bytes;
  private final Digest fingerprint;

  private Election(
      ElectionId uuid,
      ElectionTexts texts,
      PublicKey publicKey,
      List<Question.Homomorphic> questions) {
    this.uuid = uuid;
    this.texts = texts;
    this.publicKey = publicKey;
    this.questions = List.copyOf(questions);
    this.bytes = toJson().toBytes();
    this.fingerprint = Digest.sha256(bytes);
  }

  /**
   * Makes the parameters of an election of our own.
   *
   * @throws IllegalArgumentException if a limit is broken
   */
  public static Election of(
      ElectionId uuid,
      ElectionTexts texts,
      PublicKey publicKey,
      List<Question.Homomorphic> questions) {
    if (questions.isEmpty() || questions.size() > MAX_QUESTIONS) {
      throw new IllegalArgumentException("an election has 1 to " + MAX_QUESTIONS + " questions");
    }
    if (questions.stream().anyMatch(Election::isTooLong)) {
      throw new IllegalArgumentException("a text has at most " + MAX_TEXT + " characters");
    }
    return new Election(uuid, texts, publicKey, questions);
  }

  /**
   * Reads the parameters of any election.
   *
   * @throws DecodingException if the bytes are not canonical, name an unknown group, hold the
   *     identity or a stranger to the group as key, ask a kind of question that is not supported,
   *     or break a limit
   */
  public static Election decode(byte[] bytes) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, LIMITS));
    requireVersion(fields);
    Group group = fields.required("group", value -> Groups.named(JsonFields.text(value)));
    Election election =
        new Election(
            fields.required("uuid", value -> ElectionId.decode(JsonFields.text(value))),
            ElectionTexts.decode(fields),
            fields.required("public_key", value -> key(value, group)),
            fields.list("questions", Election::question));
    fields.end();
    election.requireNumberOfQuestions();
    JsonParser.requireCanonical(bytes, election.toJson());
    return election;
  }

  private static void requireVersion(JsonFields fields) throws DecodingException {
    long version = fields.number("version");
    if (version != VERSION) {
      throw new DecodingException("version", "1", Long.toString(version));
    }
  }

  private void requireNumberOfQuestions() throws DecodingException {
    if (questions.isEmpty() || questions.size() > MAX_QUESTIONS) {
      throw new DecodingException(
          DecodingException.Reason.TOO_LARGE,
          "questions",
          "1 to " + MAX_QUESTIONS + " questions",
          Integer.toString(questions.size()));
    }
  }

  private static PublicKey key(Json value, Group group) throws DecodingException {
    return PublicKey.decode(JsonFields.text(value), group);
  }

  private static Question.Homomorphic question(Json value) throws DecodingException {
    Question question = Question.decode(value);
    if (question instanceof Question.Homomorphic homomorphic) {
      return homomorphic;
    }
    String type = question instanceof Question.Unsupported other ? other.type() : "another";
    throw new DecodingException("type", "a supported kind of question: Homomorphic", type);
  }

  private static boolean isTooLong(Question.Homomorphic question) {
    return question.question().length() > MAX_TEXT
        || question.answers().stream().anyMatch(answer -> answer.length() > MAX_TEXT);
  }

  public ElectionId uuid() {
    return uuid;
  }

  public ElectionTexts texts() {
    return texts;
  }

  public Group group() {
    return publicKey.group();
  }

  /** The key to which every ballot is encrypted. */
  public PublicKey publicKey() {
    return publicKey;
  }

  public List<Question.Homomorphic> questions() {
    return questions;
  }

  /** SHA-256 of the bytes; its base64 form is F in the protocol. */
  public Digest fingerprint() {
    return fingerprint;
  }

  /** The text that binds a proof to this election and to one voter: {@code F|credential}. */
  public String proofContext(Element credential) {
    return fingerprint.base64() + "|" + credential.encode();
  }

  /** The digest of the manifest, if the field {@code credential_authority} names one. */
  public Optional<Digest> manifest() {
    return texts
        .credentialAuthority()
        .filter(text -> text.startsWith(MANIFEST_PREFIX))
        .flatMap(text -> digest(text.substring(MANIFEST_PREFIX.length())));
  }

  /** The value of {@code credential_authority} that names a manifest. */
  public static String naming(Digest manifest) {
    return MANIFEST_PREFIX + manifest.hex();
  }

  /** The bytes of {@code election.json}, without a newline at the end. */
  public byte[] encode() {
    return bytes.clone();
  }

  /** Checks what only our own elections promise about their texts: see {@link TextRule}. */
  public Inspection inspectTexts() {
    Inspection.Notebook notebook = new Inspection.Notebook();
    texts.inspect(notebook);
    for (int i = 0; i < questions.size(); i++) {
      String where = "questions[" + i + "]";
      List<String> answers = questions.get(i).answers();
      TextRule.LINE.inspect(notebook, where + ".question", questions.get(i).question());
      for (int j = 0; j < answers.size(); j++) {
        TextRule.LINE.inspect(notebook, where + ".answers[" + j + "]", answers.get(j));
      }
    }
    return notebook.close();
  }

  private Json toJson() {
    Json.Builder object =
        Json.Obj.with("version", VERSION)
            .and("description", texts.description())
            .and("name", texts.name())
            .and("group", group().name())
            .and("public_key", publicKey.encode())
            .and("questions", new Json.Arr(questions.stream().map(Question::toJson).toList()))
            .and("uuid", uuid.value());
    texts.administrator().ifPresent(text -> object.and("administrator", text));
    texts.credentialAuthority().ifPresent(text -> object.and("credential_authority", text));
    texts.language().ifPresent(language -> object.and("language", language.toJson()));
    return object.build();
  }

  private static Optional<Digest> digest(String hex) {
    try {
      return Optional.of(Digest.fromHex(hex));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Election election && fingerprint.equals(election.fingerprint);
  }

  @Override
  public int hashCode() {
    return fingerprint.hashCode();
  }

  @Override
  public String toString() {
    return "election " + uuid;
  }
}
