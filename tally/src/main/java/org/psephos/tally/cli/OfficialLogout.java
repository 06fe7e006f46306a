package org.psephos.tally.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends a session. */
@Command(
    name = "logout",
    mixinStandardHelpOptions = true,
    description = "Make the token of a log-in worthless.")
final class OfficialLogout implements Callable<Integer> {

  @Mixin private ServiceOption service;
  @Mixin private TokenOption token;

  @Override
  public Integer call() throws ServiceException, InterruptedException {
    ServiceClient client = new ServiceClient(service.address(), Optional.of(token.token()));
    client.postJson("/api/v1/logout", new byte[0]);
    System.out.println("Logged out.");
    return 0;
  }
}
