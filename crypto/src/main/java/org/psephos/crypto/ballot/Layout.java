package org.psephos.crypto.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.election.Question;

/**
 * How the parts of one answer are arranged, whether they are still texts or already members of the
 * group.
 *
 * @param <C> a ciphertext
 * @param <P> a proof
 */
record Layout<C, P>(
    List<C> choices,
    List<List<P>> individualProofs,
    List<P> overallProof,
    Optional<List<P>> blankProof) {

  private static final int PROOFS_PER_CHOICE = 2;
  private static final int PROOFS_OF_BLANK = 2;

  /** Turns one part into another form of it. */
  @FunctionalInterface
  interface Reader<S, T> {
    T read(S part) throws DecodingException;
  }

  static <C, P> Layout<C, P> decode(
      Json json, JsonFields.Decoder<C> ciphertext, JsonFields.Decoder<P> proof)
      throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    Layout<C, P> layout =
        new Layout<>(
            fields.list("choices", ciphertext),
            fields.list("individual_proofs", pair -> JsonFields.list(pair, proof)),
            fields.list("overall_proof", proof),
            fields.optional("blank_proof", proofs -> JsonFields.list(proofs, proof)));
    fields.end();
    return layout;
  }

  Json toJson(Function<C, Json> ciphertext, Function<P, Json> proof) {
    Json.Builder answer =
        Json.Obj.with("choices", array(choices, ciphertext))
            .and("individual_proofs", array(individualProofs, pair -> array(pair, proof)))
            .and("overall_proof", array(overallProof, proof));
    blankProof.ifPresent(proofs -> answer.and("blank_proof", array(proofs, proof)));
    return answer.build();
  }

  <D, Q> Layout<D, Q> map(Reader<C, D> ciphertext, Reader<P, Q> proof) throws DecodingException {
    return new Layout<>(
        each("choices", choices, ciphertext),
        each("individual_proofs", individualProofs, pair -> each("", pair, proof)),
        each("overall_proof", overallProof, proof),
        blankProof.isEmpty()
            ? Optional.empty()
            : Optional.of(each("blank_proof", blankProof.get(), proof)));
  }

  /** The first place where the number of parts is not exactly what the question asks for. */
  Optional<String> mismatch(Question.Homomorphic question) {
    if (choices.size() != question.choices()) {
      return Optional.of("choices");
    }
    if (individualProofs.size() != question.choices()) {
      return Optional.of("individual_proofs");
    }
    for (int i = 0; i < individualProofs.size(); i++) {
      if (individualProofs.get(i).size() != PROOFS_PER_CHOICE) {
        return Optional.of("individual_proofs[" + i + "]");
      }
    }
    if (overallProof.size() != question.allowedSums() + (question.blank() ? 1 : 0)) {
      return Optional.of("overall_proof");
    }
    int blankProofs = blankProof.map(List::size).orElse(-1);
    return blankProofs == (question.blank() ? PROOFS_OF_BLANK : -1)
        ? Optional.empty()
        : Optional.of("blank_proof");
  }

  private static <T> Json array(List<T> parts, Function<T, Json> writer) {
    return new Json.Arr(parts.stream().map(writer).toList());
  }

  private static <S, T> List<T> each(String name, List<S> parts, Reader<S, T> reader)
      throws DecodingException {
    List<T> read = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      try {
        read.add(reader.read(parts.get(i)));
      } catch (DecodingException e) {
        throw e.within(name + "[" + i + "]");
      }
    }
    return List.copyOf(read);
  }
}
