package org.psephos.api.web.session;

import java.util.regex.Pattern;

/** Where somebody goes after logging in: a page of the console, whatever the request asks for. */
final class NextPage {

  /** Where the console begins. */
  static final String CONSOLE = "/console";

  private static final int LONGEST = 500;
  private static final Pattern LOCAL =
      Pattern.compile("(?i)(?!.*(?:\\.|%2e){2})" + CONSOLE + "(?:[/?](?!/)[a-z0-9/_.~%?=&+-]*)?");
  private static final Pattern LOG_IN = Pattern.compile(CONSOLE + "/(?:login|logout)(?:[/?].*)?");

  private NextPage() {}

  /** The path if it is one of the console, else the console's first page. */
  static String of(String path) {
    boolean safe =
        path != null
            && path.length() <= LONGEST
            && LOCAL.matcher(path).matches()
            && !LOG_IN.matcher(path).matches();
    return safe ? path : CONSOLE;
  }
}
