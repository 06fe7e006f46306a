package org.psephos.board.remote;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.psephos.crypto.codec.DecodingException;

/**
 * The address of a board on a server, from that of the board itself or of the election's page.
 * HTTPS, or plain HTTP to this very machine.
 *
 * @param base the address under which the board's files are, with a slash at the end
 */
public record BoardAddress(URI base) {

  private static final Pattern PATH = Pattern.compile("(.*)/(?:e|board)/([1-9A-Za-z]{14,64})/?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

  public BoardAddress {
    requireNonNull(base, "base is null");
    if (!isProtected(base) || !base.getRawPath().endsWith("/")) {
      throw new IllegalArgumentException("not the address of a board that may be read");
    }
  }

  /** Whether the text is meant as an address and not as the name of a file. */
  public static boolean isAddress(String text) {
    String start = text.toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  /**
   * Whether nobody on the way to this address can read or change what is said: it is HTTPS, or
   * plain HTTP to this very machine.
   */
  public static boolean isProtected(URI uri) {
    String scheme = uri.getScheme();
    String host = uri.getHost();
    if (scheme == null || host == null) {
      return false;
    }
    boolean isLocal = LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    return scheme.equalsIgnoreCase("https") || (isLocal && scheme.equalsIgnoreCase("http"));
  }

  /**
   * The board of an election on a service.
   *
   * @param service scheme, host and port, without a path
   */
  public static BoardAddress of(URI service, String uuid) {
    return new BoardAddress(service.resolve("/board/" + uuid + "/"));
  }

  /**
   * Reads an address. What follows a number sign is dropped and never sent: it may be a secret.
   *
   * @throws DecodingException if it is no address of a board or an election
   */
  public static BoardAddress parse(String text) throws DecodingException {
    try {
      URI uri = new URI(text);
      Matcher path = PATH.matcher(uri.getRawPath() == null ? "" : uri.getRawPath());
      if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null) {
        throw new DecodingException("address", "https://<host>/e/<election>", text);
      }
      if (!path.matches()) {
        throw new DecodingException("address", "one that ends with /e/<election>", text);
      }
      if (!isProtected(uri)) {
        throw new DecodingException(
            "address", "one that begins with https:// (http:// is for this machine only)", text);
      }
      String board = path.group(1) + "/board/" + path.group(2) + "/";
      return new BoardAddress(new URI(uri.getScheme() + "://" + uri.getRawAuthority() + board));
    } catch (URISyntaxException e) {
      throw new DecodingException("address", "https://<host>/e/<election>", text);
    }
  }
}
