package org.psephos.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.psephos.api.election.Code;
import org.psephos.api.election.OperatorLog;
import org.psephos.api.election.RefusedException;
import org.psephos.api.limits.LoginLimits;
import org.psephos.api.operations.LoginMeters;
import org.psephos.api.operations.LoginMeters.Result;

/**
 * Lets people in by name and password. Who has no account gets the same answer after the same work
 * as who has the wrong password.
 */
@ApplicationScoped
public class LogIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final LoginLimits limits;
  private final FirstAccount first;
  private final LoginMeters meters;
  private final OperatorLog log;

  LogIn(
      Accounts accounts,
      Passwords passwords,
      LoginLimits limits,
      FirstAccount first,
      LoginMeters meters,
      OperatorLog log) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
    this.first = first;
    this.meters = meters;
    this.log = log;
  }

  /**
   * What somebody types to be let in. Prints nothing of itself.
   *
   * @param chosen another password from now on; needed with a password that is for once
   */
  public record Typed(String name, String password, Optional<String> chosen) {
    @Override
    public String toString() {
      return "Typed";
    }
  }

  /**
   * Begins a session, always under a token that nobody has seen before.
   *
   * @param channel where the session is good
   * @param address of the network, for limits alone, which all channels share
   */
  public Accounts.Session logIn(Typed typed, Channel channel, String address)
      throws RefusedException {
    String name = typed.name();
    if (!limits.mayTry(name, address)) {
      meters.ended(Result.SLOWED);
      throw new RefusedException(
          Code.TOO_MANY_REQUESTS, "too many tries for this account or from here; try again soon");
    }
    Optional<Accounts.Account> account = accounts.find(name);
    PasswordHash hash = account.map(Accounts.Account::password).orElseGet(passwords::nobodys);
    if (!passwords.matches(hash, typed.password()) || account.isEmpty()) {
      meters.ended(Result.REFUSED);
      throw new RefusedException(Code.UNAUTHORIZED, "name or password is wrong");
    }
    limits.succeeded(name, address);
    Caller caller = Caller.loggedIn(name, account.get().role());
    if (typed.chosen().isPresent()) {
      change(name, typed.password(), typed.chosen().get());
      log.note(caller, "choose a password");
    } else if (account.get().provisional()) {
      throw new RefusedException(
          Code.WRONG_STATE, "this password is for once: send new_password with it");
    }
    Accounts.Session session = accounts.begin(name, channel);
    meters.ended(Result.ACCEPTED);
    log.note(caller, "log in");
    return session;
  }

  /** Ends the session of pages that this cookie is for, if there is one. */
  public void forget(String cookie) {
    accounts.end(Token.hash(cookie));
  }

  /** Ends the session of pages that the caller is in. */
  public void logOutOfPages(Caller caller, String cookie) {
    forget(cookie);
    log.note(caller, "log out");
  }

  private void change(String name, String password, String chosen) throws RefusedException {
    if (chosen.equals(password)) {
      throw new RefusedException(Code.WRONG_SHAPE, "the new password is the old one");
    }
    accounts.change(name, passwords.chosen(chosen));
    first.passwordChosen(name);
  }

  /**
   * Ends the session of the caller's token.
   *
   * @param header the {@code Authorization} header
   * @throws RefusedException if the token is none of a session
   */
  public void logOut(Caller caller, String header) throws RefusedException {
    if (AccessTokens.hash(header).filter(accounts::end).isEmpty()) {
      throw new RefusedException(Code.WRONG_STATE, "this token stands in a file and does not end");
    }
    log.note(caller, "log out");
  }
}
