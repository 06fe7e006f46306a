package org.psephos.api.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.psephos.api.storage.SecretFile;
import org.psephos.api.storage.StorageException;
import org.psephos.crypto.hash.Digest;

/**
 * Issues tokens and recognises them. A token for an official and one for the operator stand in the
 * files {@code official.token} and {@code operator.token} of the data directory, made at the first
 * start; all others are known by their hashes alone. A lookup by hash tells nothing about a secret
 * of 256 bits, however long it takes.
 *
 * <p>Made when the service starts, so that the file is there before anybody needs it.
 */
@Startup
@ApplicationScoped
public class AccessTokens {

  private static final String SCHEME = "Bearer ";
  private static final int LONGEST = 256;

  private final Accounts accounts;
  private final byte[] official;
  private final byte[] operator;

  AccessTokens(Accounts accounts, @ConfigProperty(name = "psephos.data") String data)
      throws StorageException {
    this.accounts = accounts;
    this.official = inFile(Path.of(data, "official.token"));
    this.operator = inFile(Path.of(data, "operator.token"));
  }

  private static byte[] inFile(Path file) throws StorageException {
    return Token.hash(SecretFile.readOrMake(file)).toByteArray();
  }

  /** A new token for a role in one election. */
  @Transactional
  public Token issue(String election, Role role, int owner) {
    Token token = Token.random();
    TokenRecord.of(token.hash(), Caller.in(election, role, owner)).persist();
    return token;
  }

  /** A new token for a role in one election, which makes the earlier ones void. */
  @Transactional
  public Token replace(String election, Role role, int owner) {
    TokenRecord.revoke(election, role, owner, owner);
    return issue(election, role, owner);
  }

  /** Makes the tokens of the trustees from this number on void. */
  @Transactional
  public void revokeTrustees(String election, int from) {
    TokenRecord.revoke(election, Role.TRUSTEE, from, Integer.MAX_VALUE);
  }

  /** For whom in an election there is a token, each once. */
  @Transactional
  public Set<Seat> issued(String election) {
    return TokenRecord.seats(election);
  }

  /** Who shows this {@code Authorization} header; empty if nobody whom we know. */
  @Transactional
  public Optional<Caller> caller(String header) {
    return hash(header).flatMap(this::caller);
  }

  /** Who shows this token in the cookie of pages; empty if nobody who is logged in there. */
  @Transactional
  public Optional<Caller> pageCaller(String cookie) {
    if (cookie == null || cookie.length() > LONGEST) {
      return Optional.empty();
    }
    return accounts.loggedIn(Token.hash(cookie), Channel.PAGES);
  }

  /** The hash of the token in a header, if there is one in it. */
  static Optional<Digest> hash(String header) {
    if (header == null || !header.startsWith(SCHEME) || header.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(Token.hash(header.substring(SCHEME.length()).strip()));
  }

  private Optional<Caller> caller(Digest hash) {
    if (MessageDigest.isEqual(hash.toByteArray(), official)) {
      return Optional.of(Caller.holding(Role.OFFICIAL));
    }
    if (MessageDigest.isEqual(hash.toByteArray(), operator)) {
      return Optional.of(Caller.holding(Role.OPERATOR));
    }
    return TokenRecord.lookUp(hash).or(() -> accounts.loggedIn(hash, Channel.INTERFACE));
  }
}
