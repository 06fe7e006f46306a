package org.psephos.tally.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Logs in and keeps the token for the other commands. */
@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description =
        "Log in with name and password. The token goes to a new file and is good for some hours.")
final class OfficialLogin implements Callable<Integer> {

  private static final String PATH = "/api/v1/login";
  private static final int WRONG_STATE = 409;

  @Mixin private ServiceOption service;
  @Mixin private PasswordOption password;

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "Your account.")
  private String name;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the token goes: a new file, readable by you alone.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    String present = password.present();
    Json answer =
        password.isChanged()
            ? logIn(present, Optional.of(password.chosen()))
            : firstOrAgain(present);
    Session session = Session.read(answer);
    PrivateFile.writeNew(out, Utf8.encode(session.token() + "\n"));
    System.out.println("token: " + out);
    System.out.println("role: " + session.role());
    System.out.println("expires: " + Instant.ofEpochSecond(session.expires()));
    return 0;
  }

  /** A password that is for once asks for another. */
  private Json firstOrAgain(String present) throws ServiceException, InterruptedException {
    try {
      return logIn(present, Optional.empty());
    } catch (ServiceException e) {
      if (e.status() != WRONG_STATE) {
        throw e;
      }
      System.err.println("psephos: this password is for once; choose your own");
      return logIn(present, Optional.of(password.chosen()));
    }
  }

  private Json logIn(String present, Optional<String> chosen)
      throws ServiceException, InterruptedException {
    Json.Builder body = Json.Obj.with("name", name).and("password", present);
    chosen.ifPresent(text -> body.and("new_password", text));
    ServiceClient client = new ServiceClient(service.address(), Optional.empty());
    return client.postJson(PATH, body.build().toBytes()).json();
  }

  /** What the service answers. */
  private record Session(String token, String role, long expires) {

    static Session read(Json answer) throws ServiceException {
      try {
        JsonFields fields = JsonFields.of(answer);
        return new Session(fields.text("token"), fields.text("role"), fields.number("expires"));
      } catch (DecodingException e) {
        throw new ServiceException(200, "unexpected", "the answer makes no sense: " + e.path());
      }
    }
  }
}
