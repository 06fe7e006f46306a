package org.psephos.tally.client;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.psephos.board.bundle.BoardSource;
import org.psephos.board.remote.BoardAddress;
import org.psephos.board.remote.HttpBoard;
import org.psephos.board.remote.Patience;
import org.psephos.crypto.codec.DecodingException;

/**
 * Where one election is, read from a page's address or from a role's link such as {@code
 * https://vote.example/e/UUID/trustee#TOKEN}. Plain HTTP is taken only for this machine itself.
 *
 * @param service scheme, host and port, without a path
 * @param uuid the election
 * @param token the token in the fragment, if the text carried one
 */
public record ElectionAddress(URI service, String uuid, Optional<BearerToken> token) {

  private static final Pattern PATH =
      Pattern.compile("/(?:e|board)/([1-9A-HJ-NP-Za-km-z]{14,64})(?:/[a-z]*)?");
  private static final String EXPECTED =
      "an address such as https://vote.example/e/UUID or a link with #TOKEN at its end";

  /**
   * Reads an address.
   *
   * @throws DecodingException if the text is not an election's address; it does not show a token
   */
  public static ElectionAddress parse(String text) throws DecodingException {
    URI uri = uri(text);
    Matcher path = PATH.matcher(uri.getPath() == null ? "" : uri.getPath());
    if (!path.matches()) {
      throw new DecodingException("address", EXPECTED, "another path");
    }
    Optional<BearerToken> token = Optional.empty();
    if (uri.getRawFragment() != null) {
      token = Optional.of(BearerToken.parse(uri.getRawFragment()));
    }
    return new ElectionAddress(origin(uri), path.group(1), token);
  }

  /**
   * Reads the address of a service, without an election.
   *
   * @throws DecodingException if the text is not an HTTP address that may be used
   */
  public static URI service(String text) throws DecodingException {
    return origin(uri(text));
  }

  /**
   * Where voters vote, without a fragment; a voter's link has the code there.
   *
   * @param origin of the board, which names the public host, whatever address is used here
   */
  public URI votingPage(String origin) {
    String host = origin.substring(0, origin.indexOf('/'));
    String scheme = host.equals(service.getRawAuthority()) ? service.getScheme() : "https";
    return URI.create(scheme + "://" + host + "/e/" + uuid + "/vote");
  }

  /** The election's board, to be read without a token. */
  public BoardSource board() {
    return new HttpBoard(BoardAddress.of(service, uuid), Patience.SOME);
  }

  private static URI uri(String text) throws DecodingException {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      throw new DecodingException("address", EXPECTED, "malformed text");
    }
  }

  private static URI origin(URI uri) throws DecodingException {
    if (uri.getUserInfo() != null || !BoardAddress.isProtected(uri)) {
      throw new DecodingException(
          "address", "https, or http to this machine itself", uri.getScheme() + " address");
    }
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
  }
}
