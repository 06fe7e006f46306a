package org.psephos.api.ceremony;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.psephos.api.records.CeremonyShares;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;

/** Keeps encrypted shares until their recipients fetch them; it cannot read them. */
@ApplicationScoped
class Mailbox {

  private final CeremonyShares shares;

  Mailbox(CeremonyShares shares) {
    this.shares = shares;
  }

  /** Takes the shares of one dealer, durably; the same again change nothing. */
  void put(String uuid, int attempt, int from, List<SealedShare> dealt) {
    List<byte[]> bytes = dealt.stream().map(SealedShare::toByteArray).toList();
    shares.add(uuid, attempt, from, bytes);
  }

  /** The shares for one member, as the dealings on the board name them. */
  List<SealedShare> of(String uuid, int to, Dealings dealings) throws StoreUnavailableException {
    List<SealedShare> found = new ArrayList<>();
    for (int from = 1; from <= dealings.ceremony().size(); from++) {
      found.add(share(uuid, from, to, dealings));
    }
    return List.copyOf(found);
  }

  private SealedShare share(String uuid, int from, int to, Dealings dealings)
      throws StoreUnavailableException {
    byte[] bytes =
        shares
            .find(uuid, dealings.hash(from, to).hex())
            .orElseThrow(
                () ->
                    new StoreUnavailableException(
                        "the share of member " + from + " for member " + to + " is missing"));
    try {
      return SealedShare.of(bytes);
    } catch (DecodingException e) {
      throw new StoreUnavailableException("a stored share is damaged", e);
    }
  }
}
