package org.psephos.board.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reference;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.hash.Digest;

/** The objects of a store, and before those some that are about to be stored. */
public final class StoredObjects implements ObjectSource {

  private final BoardReads reads;
  private final Map<Digest, BoardObject> brought;

  public StoredObjects(BoardReads reads) {
    this(reads, List.of());
  }

  public StoredObjects(BoardReads reads, List<BoardObject> brought) {
    this.reads = reads;
    this.brought =
        brought.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    BoardObject::hash, Function.identity(), (one, same) -> one));
  }

  public boolean has(Digest hash) throws StoreUnavailableException {
    return brought.containsKey(hash) || reads.object(hash).isPresent();
  }

  @Override
  public BoardObject object(Reference reference) throws IOException, DecodingException {
    BoardObject found = brought.get(reference.hash());
    return found != null ? found : stored(reference);
  }

  private BoardObject stored(Reference reference) throws IOException, DecodingException {
    Optional<ObjectContent> content = reads.object(reference.hash());
    if (content.isEmpty()) {
      throw new DecodingException(reference.path(), "an object", "nothing");
    }
    int largest = reference.kind().largest();
    if (content.get().length() > largest) {
      throw new DecodingException(
          Reason.TOO_LARGE,
          reference.path(),
          "at most " + largest + " bytes",
          content.get().length() + " bytes");
    }
    try (InputStream stream = content.get().open()) {
      return BoardObject.of(reference.hash(), stream.readAllBytes());
    }
  }
}
