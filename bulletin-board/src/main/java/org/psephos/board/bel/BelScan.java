package org.psephos.board.bel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.board.tar.TarFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/**
 * One pass over an archive. Since the members in front of an event are determined by its payload,
 * an archive without a fault is, byte for byte, the one that its events and data give.
 */
final class BelScan implements TarFile.Visitor {

  private static final int LARGEST = 128 << 20;
  private static final int MOST_MEMBERS = 8_000_000;
  private static final int MOST_FAULTS = 100;
  private static final String PREFIX = "{\"version\":1,\"timestamp\":\"";

  /** The most data in front of one event, and one more. */
  private static final int MOST_DATA = 6;

  final Map<Digest, Long> objects = new HashMap<>();
  final List<BelEvent> events = new ArrayList<>();
  final List<BelFault> faults = new ArrayList<>();
  long time = -1;

  private final TarFile tar;
  private final List<Digest> waiting = new ArrayList<>();
  private Optional<Digest> last = Optional.empty();
  private Optional<BelEventType> lastType = Optional.empty();
  private long height;
  private long members;

  BelScan(TarFile tar) {
    this.tar = tar;
  }

  /** Goes through the archive. */
  void run() throws IOException, DecodingException {
    tar.scan(this);
    if (time < 0) {
      throw new DecodingException("archive", "a first member BELENIOS", "no member");
    }
    if (!waiting.isEmpty()) {
      fault(members, "", "an event that refers to the data before it", "the end");
    }
  }

  @Override
  public void member(TarFile.Member member) throws IOException, DecodingException {
    members++;
    if (members > MOST_MEMBERS) {
      throw new DecodingException(
          Reason.TOO_LARGE, "archive", "at most " + MOST_MEMBERS + " members", "more");
    }
    byte[] content = tar.read(member, LARGEST);
    if (member.position() == 0) {
      time = timestamp(member, content);
    }
    if (member.header().time() != time) {
      fault(member, "the time of the archive, " + time, member.header().time() + "");
    }
    if (member.position() > 0) {
      named(member, content);
    }
  }

  private static long timestamp(TarFile.Member member, byte[] content) throws DecodingException {
    if (!member.name().equals(BelChain.FIRST)) {
      throw new DecodingException("archive", "a first member BELENIOS", member.name());
    }
    try {
      String text = Utf8.decode(content);
      long time = Long.parseLong(text.substring(PREFIX.length(), text.length() - 2));
      if (time >= 0 && Arrays.equals(BelChain.first(time), content)) {
        return time;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new DecodingException(BelChain.FIRST, "version 1 and a timestamp", "something else");
    }
    throw new DecodingException(BelChain.FIRST, "version 1 and a timestamp", "something else");
  }

  private void named(TarFile.Member member, byte[] content) throws IOException, DecodingException {
    Digest hash = Digest.sha256(content);
    if (member.name().equals(hash.hex() + BelChain.DATA)) {
      data(member, hash);
    } else if (member.name().equals(hash.hex() + BelChain.EVENT)) {
      event(member, hash, content);
    } else {
      fault(member, "the SHA-256 of the content as name, .data.json or .event.json", hash.hex());
    }
  }

  private void data(TarFile.Member member, Digest hash) {
    objects.putIfAbsent(hash, member.at());
    if (waiting.size() < MOST_DATA) {
      waiting.add(hash);
    }
  }

  private void event(TarFile.Member member, Digest hash, byte[] content)
      throws IOException, DecodingException {
    try {
      BelEvent event = BelEvent.decode(content);
      link(member, event);
      follow(member, event.type());
      references(member, event);
      events.add(event);
    } catch (DecodingException e) {
      fault(member, e.expected(), e.found());
    }
    waiting.clear();
    last = Optional.of(hash);
    height++;
  }

  private void link(TarFile.Member member, BelEvent event) {
    if (!event.parent().equals(last)) {
      fault(member, "parent " + shown(last), shown(event.parent()));
    }
    if (event.height() != height) {
      fault(member, "height " + height, Long.toString(event.height()));
    }
  }

  private void follow(TarFile.Member member, BelEventType type) {
    if (!type.mayFollow(lastType)) {
      fault(
          member,
          "an event that may follow " + lastType.map(BelEventType::wireName).orElse("nothing"),
          type.wireName());
    }
    lastType = Optional.of(type);
  }

  /** The data in front of an event are those that it reaches, in order, and no others. */
  private void references(TarFile.Member member, BelEvent event)
      throws IOException, DecodingException {
    List<Digest> reached = new ArrayList<>();
    if (event.payload().isPresent()) {
      Digest payload = event.payload().get();
      if (waiting.isEmpty() || !waiting.get(waiting.size() - 1).equals(payload)) {
        fault(member, "its payload " + payload.hex() + " right before it", "something else");
        return;
      }
      reached.addAll(BelPayload.children(event.type(), read(payload)));
      reached.add(payload);
    }
    if (!waiting.equals(reached)) {
      fault(member, "the data that it refers to before it, in order", waiting.size() + " others");
    }
  }

  private byte[] read(Digest hash) throws IOException, DecodingException {
    return tar.readAt(objects.get(hash), LARGEST);
  }

  private static String shown(Optional<Digest> digest) {
    return digest.map(Digest::hex).orElse("none");
  }

  private void fault(TarFile.Member member, String expected, String found) {
    fault(member.position(), member.name(), expected, found);
  }

  private void fault(long position, String name, String expected, String found) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new BelFault(position, name, expected, found));
    }
  }
}
