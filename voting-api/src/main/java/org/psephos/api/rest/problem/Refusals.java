package org.psephos.api.rest.problem;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.psephos.api.access.Access;
import org.psephos.api.access.Caller;
import org.psephos.api.election.Code;
import org.psephos.api.election.OperatorLog;
import org.psephos.api.limits.NotedRefusals;

/**
 * Notes in the audit log what somebody with a token tried and was refused. What merely was not
 * understood is no attempt, and reading changes nothing.
 */
@ApplicationScoped
public class Refusals {

  /** The property of a request that holds who showed a token, whether let in or not. */
  public static final String CALLER = "org.psephos.caller";

  private static final Set<Integer> NOTED = Set.of(403, 409, 422);
  private static final Set<Code> NOTED_TOO = EnumSet.of(Code.NOT_DURABLE);

  private final OperatorLog log;
  private final NotedRefusals limits;

  Refusals(OperatorLog log, NotedRefusals limits) {
    this.log = log;
    this.limits = limits;
  }

  void note(ContainerRequestContext request, ResourceInfo operation, Code code) {
    Caller caller = (Caller) request.getProperty(CALLER);
    Method method = operation.getResourceMethod();
    if (caller == null || method == null || !isAct(request, method) || !isNoted(code)) {
      return;
    }
    Optional<String> election =
        Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("uuid"));
    if (limits.mayNote(caller.toString())) {
      note(election, caller, method.getName(), code);
    }
  }

  /** The refusal holds, whether or not it can be noted. */
  private void note(Optional<String> election, Caller caller, String action, Code code) {
    try {
      log.refused(election, caller, action, code);
    } catch (RuntimeException e) {
      Log.errorf(e, "a refused attempt could not be noted: %s by %s", action, caller.role());
    }
  }

  private static boolean isAct(ContainerRequestContext request, Method method) {
    Access access = method.getAnnotation(Access.class);
    return access != null && access.roles().length > 0 && !request.getMethod().equals("GET");
  }

  private static boolean isNoted(Code code) {
    return NOTED.contains(code.status()) || NOTED_TOO.contains(code);
  }
}
