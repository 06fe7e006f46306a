package org.psephos.tally.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.psephos.board.bundle.BoardSource;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Phase;
import org.psephos.board.remote.NetworkException;
import org.psephos.tally.audit.FollowedCeremony;
import org.psephos.tally.ceremony.CeremonyMember;
import org.psephos.tally.ceremony.CeremonyStep;
import org.psephos.tally.ceremony.CeremonyView;
import org.psephos.tally.ceremony.Membership;
import org.psephos.tally.client.CeremonyClient;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ServiceException;
import org.psephos.tally.keyring.KeyFileException;

/**
 * One member's evening: follows the board, does what there is to do, says what it waits for, and
 * comes back when the network does. What it sends is kept first, so it may be stopped at any time.
 */
final class CeremonyRun {

  private static final Duration PAUSE = Duration.ofMillis(700);

  private final ElectionAddress address;
  private final Membership membership;
  private final CeremonyMember member;
  private final CeremonyClient client;
  private final CeremonyTalk talk;
  private final boolean begin;
  private final Instant end;
  private Optional<FollowedCeremony> seen = Optional.empty();

  /**
   * Prepares a run.
   *
   * @param begin whether to begin another attempt where the last one has ended
   * @param patience how long to wait for others altogether
   */
  CeremonyRun(
      ElectionAddress address,
      Membership membership,
      CeremonyMember member,
      CeremonyClient client,
      CeremonyTalk talk,
      boolean begin,
      Duration patience) {
    this.address = address;
    this.membership = membership;
    this.member = member;
    this.client = client;
    this.talk = talk;
    this.begin = begin;
    this.end = Instant.now().plus(patience);
  }

  /** Goes on until the key is made, the attempt has ended, or patience has. */
  int run() throws Exception {
    while (true) {
      Optional<Integer> status = turn();
      if (status.isPresent()) {
        return status.get();
      }
      if (Instant.now().isAfter(end)) {
        talk.outOfPatience();
        return Psephos.UNREACHABLE;
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /** One look at the board, and what follows from it; an exit status if that is the end. */
  private Optional<Integer> turn() throws Exception {
    try {
      return act(step());
    } catch (NetworkException e) {
      if (!e.isUnreachable()) {
        throw e;
      }
      talk.unreachable(e.getMessage());
    } catch (ServiceException e) {
      // Another member was quicker, or the attempt ended meanwhile: the board will tell.
      boolean overtaken = e.code().equals("wrong-state");
      if (!e.mayRetry() && !overtaken) {
        throw e;
      }
      if (!overtaken) {
        talk.unreachable(e.getMessage());
      }
    }
    return Optional.empty();
  }

  private CeremonyStep step() throws Exception {
    try (BoardSource source = address.board()) {
      FollowedCeremony ceremony = FollowedCeremony.read(source, membership, seen);
      seen = Optional.of(ceremony);
      CeremonyView view = view(ceremony);
      CeremonyStep step = member.next(view, Map.of());
      return waitsForShares(step) ? member.next(view, client.shares(view.attempt())) : step;
    }
  }

  private static boolean waitsForShares(CeremonyStep step) {
    return step instanceof CeremonyStep.WaitFor wait
        && wait.awaited() == CeremonyStep.Awaited.SHARES;
  }

  private CeremonyView view(FollowedCeremony ceremony) throws CommandException {
    BoardState state = ceremony.board().state();
    if (state.phase() != Phase.KEYS && state.attempt().isEmpty()) {
      throw new CommandException("it is too late to make a key: the election has moved on");
    }
    CeremonyView view = ceremony.view();
    return begin && view.ended().isPresent() && state.phase() == Phase.KEYS
        ? view.following()
        : view;
  }

  private Optional<Integer> act(CeremonyStep step)
      throws ServiceException, InterruptedException, KeyFileException {
    if (step instanceof CeremonyStep.Send send) {
      client.send(send);
      talk.sent(send);
      return send instanceof CeremonyStep.SendComplaint
          ? Optional.of(Psephos.REFUSED)
          : Optional.empty();
    }
    if (step instanceof CeremonyStep.WaitFor wait) {
      talk.waits(wait);
      return Optional.empty();
    }
    if (step instanceof CeremonyStep.Complete complete) {
      talk.complete(complete);
      return Optional.of(0);
    }
    if (step instanceof CeremonyStep.Ended ended) {
      talk.ended(ended);
    } else if (step instanceof CeremonyStep.Refused refused) {
      talk.refused(refused);
    }
    return Optional.of(Psephos.REFUSED);
  }
}
