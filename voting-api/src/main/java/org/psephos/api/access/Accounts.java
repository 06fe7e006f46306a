package org.psephos.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.psephos.crypto.hash.Digest;

/** The accounts of this installation, who is logged in, and who is invited. */
@ApplicationScoped
public class Accounts {

  private static final Duration SESSION = Duration.ofHours(12);
  private static final Duration INVITATION = Duration.ofDays(7);

  /** An account as it is stored. */
  record Account(String name, Role role, PasswordHash password, boolean provisional) {}

  /** A log-in that has just begun. */
  public record Session(Token token, Role role, Instant expires) {}

  /** Whom an invitation makes its bearer. */
  public record Invited(String name, Role role) {}

  @Transactional
  boolean isEmpty() {
    return AccountRecord.count() == 0;
  }

  @Transactional
  Optional<Account> find(String name) {
    return AccountRecord.<AccountRecord>findByIdOptional(name)
        .map(
            row ->
                new Account(
                    row.name, row.role, PasswordHash.stored(row.password), row.provisional));
  }

  /** A new account; nobody may have the name. */
  @Transactional
  void add(Account account) {
    AccountRecord row = new AccountRecord();
    row.name = account.name();
    row.role = account.role();
    row.password = account.password().text();
    row.provisional = account.provisional();
    row.createdAt = Instant.now();
    row.persistAndFlush();
  }

  /** Another password, which ends every session. */
  @Transactional
  void change(String name, PasswordHash password) {
    AccountRecord row = AccountRecord.<AccountRecord>findByIdOptional(name).orElseThrow();
    row.password = password.text();
    row.provisional = false;
    SessionRecord.delete("account.name = ?1", name);
  }

  /** Begins a session; those that have expired are forgotten. */
  @Transactional
  Session begin(String name, Channel channel) {
    AccountRecord account = AccountRecord.<AccountRecord>findByIdOptional(name).orElseThrow();
    Instant now = Instant.now();
    SessionRecord.delete("expiresAt < ?1", now);
    Token token = Token.random();
    SessionRecord row = new SessionRecord();
    row.hash = token.hash().hex();
    row.account = account;
    row.channel = channel;
    row.expiresAt = now.plus(SESSION);
    row.persist();
    return new Session(token, account.role, row.expiresAt);
  }

  /** Who is logged in there with the token of this hash. */
  @Transactional
  Optional<Caller> loggedIn(Digest hash, Channel channel) {
    return SessionRecord.<SessionRecord>findByIdOptional(hash.hex())
        .filter(row -> row.channel == channel && row.expiresAt.isAfter(Instant.now()))
        .map(row -> Caller.loggedIn(row.account.name, row.account.role));
  }

  /** Ends the session with the token of this hash; whether there was one. */
  @Transactional
  boolean end(Digest hash) {
    return SessionRecord.deleteById(hash.hex());
  }

  /** A token that lets somebody take this account; empty if the name is taken. */
  @Transactional
  Optional<Token> invite(Invited invited) {
    if (AccountRecord.findByIdOptional(invited.name()).isPresent()) {
      return Optional.empty();
    }
    InvitationRecord.delete("account = ?1 or expiresAt < ?2", invited.name(), Instant.now());
    Token token = Token.random();
    InvitationRecord row = new InvitationRecord();
    row.hash = token.hash().hex();
    row.account = invited.name();
    row.role = invited.role();
    row.expiresAt = Instant.now().plus(INVITATION);
    row.persist();
    return Optional.of(token);
  }

  /** Whom the token with this hash invites, if it still does. */
  @Transactional
  Optional<Invited> invited(Digest hash) {
    return InvitationRecord.<InvitationRecord>findByIdOptional(hash.hex())
        .filter(row -> row.expiresAt.isAfter(Instant.now()))
        .map(row -> new Invited(row.account, row.role));
  }

  /** Makes the account of an invitation, once; whether this was the one time. */
  @Transactional
  boolean accept(Digest hash, PasswordHash password) {
    Optional<Invited> invited = invited(hash);
    if (invited.isEmpty() || InvitationRecord.delete("hash = ?1", hash.hex()) == 0) {
      return false;
    }
    add(new Account(invited.get().name(), invited.get().role(), password, false));
    return true;
  }
}
