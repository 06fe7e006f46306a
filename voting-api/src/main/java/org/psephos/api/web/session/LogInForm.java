package org.psephos.api.web.session;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.psephos.api.rest.problem.Refusal;

/**
 * What the log-in form shows.
 *
 * @param name as it was typed; never a password
 * @param next where to go afterwards: the value of the hidden field
 * @param passwordIsForOnce whether the password was right and another has to be chosen with it
 * @param refusal why the last try did not work
 */
public record LogInForm(
    String name, String next, boolean passwordIsForOnce, Optional<Refusal> refusal) {

  public LogInForm {
    requireNonNull(name, "name is null");
    requireNonNull(next, "next is null");
    requireNonNull(refusal, "refusal is null");
  }

  static LogInForm empty(String next) {
    return new LogInForm("", next, false, Optional.empty());
  }
}
