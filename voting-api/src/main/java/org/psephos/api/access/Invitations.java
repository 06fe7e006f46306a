package org.psephos.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.psephos.api.election.Code;
import org.psephos.api.election.OperatorLog;
import org.psephos.api.election.RefusedException;

/** Lets an official ask somebody in, who chooses their own password. */
@ApplicationScoped
public class Invitations {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

  private final Accounts accounts;
  private final Passwords passwords;
  private final OperatorLog log;

  Invitations(Accounts accounts, Passwords passwords, OperatorLog log) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.log = log;
  }

  /**
   * A token for one account, good once and for a week. An earlier one for that name is void.
   *
   * @param role official or operator
   */
  public Token invite(Caller caller, String name, String role) throws RefusedException {
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException(
          Code.WRONG_SHAPE, "a name has 2 to 40 characters a-z 0-9 . _ - and begins with a letter");
    }
    Token token =
        accounts
            .invite(new Accounts.Invited(name, role(role)))
            .orElseThrow(() -> new RefusedException(Code.WRONG_STATE, "this name is taken"));
    log.note(caller, "invite " + name + " as " + role);
    return token;
  }

  private static Role role(String name) throws RefusedException {
    for (Role role : new Role[] {Role.OFFICIAL, Role.OPERATOR}) {
      if (role.wireName().equals(name)) {
        return role;
      }
    }
    throw new RefusedException(Code.WRONG_SHAPE, "role: expected official or operator");
  }

  /** Makes the account that the token is for. */
  public Accounts.Invited accept(String token, String password) throws RefusedException {
    Accounts.Invited invited =
        accounts.invited(Token.hash(token)).orElseThrow(Invitations::unknown);
    if (!accounts.accept(Token.hash(token), passwords.chosen(password))) {
      throw unknown();
    }
    log.note(Caller.loggedIn(invited.name(), invited.role()), "accept an invitation");
    return invited;
  }

  private static RefusedException unknown() {
    return new RefusedException(Code.NOT_FOUND, "the invitation is unknown, used or too old");
  }
}
