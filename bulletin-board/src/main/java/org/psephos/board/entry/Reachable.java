package org.psephos.board.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * Walks a board from its first entry and says which objects each entry is the first to reach,
 * children first: the order of objects in a bundle. Remembers every hash it has met. Not thread
 * safe.
 */
public final class Reachable {

  private final ObjectSource objects;
  private final Set<Digest> met = new HashSet<>();

  public Reachable(ObjectSource objects) {
    this.objects = objects;
  }

  /**
   * The objects that this entry is the first to reach.
   *
   * @throws DecodingException if an object that names others is missing or malformed; objects that
   *     name no others are not read
   */
  public List<Reference> from(BoardEntry entry) throws IOException, DecodingException {
    List<Reference> found = new ArrayList<>();
    for (Reference reference : entry.references()) {
      collect(reference, found);
    }
    return List.copyOf(found);
  }

  private void collect(Reference reference, List<Reference> found)
      throws IOException, DecodingException {
    if (met.contains(reference.hash())) {
      return;
    }
    if (reference.kind().hasChildren()) {
      for (Reference child : reference.children(objects.object(reference))) {
        collect(child, found);
      }
    }
    // A child cannot name its parent: that would be a cycle of hashes.
    met.add(reference.hash());
    found.add(reference);
  }
}
