package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Setup;
import fi.lupa.local.http.Tokens;
import fi.lupa.local.screen.Screen;
import java.util.List;

/**
 * {@code ./lupa token <who> [identityCode [for identityCode]]}: prints a token and nothing else,
 * for use in curl.
 */
final class Token {

  /** The test person of the examples in the documents. */
  static final String EXAMPLE_PERSON = "020516C903K";

  private final Tokens tokens;
  private final Screen screen;

  Token(Setup setup, Screen screen) {
    this.tokens = new Tokens(setup.issuer());
    this.screen = screen;
  }

  ExitCode run(List<String> args) {
    String who = args.isEmpty() ? "" : args.getFirst();
    if (who.equals(Tokens.CITIZEN) && args.size() <= 2) {
      screen.line(tokens.citizen(args.size() == 2 ? args.get(1) : EXAMPLE_PERSON));
      return ExitCode.OK;
    }
    if (who.equals(Tokens.CITIZEN) && args.size() == 4 && args.get(2).equals("for")) {
      screen.line(tokens.representative(args.get(1), args.get(3)));
      return ExitCode.OK;
    }
    if (Tokens.ORGANISATIONS.contains(who) && args.size() == 1) {
      screen.line(tokens.organisation(who));
      return ExitCode.OK;
    }
    throw new Failure(
        ExitCode.USAGE,
        "Use ./lupa token <who>, where <who> is %s, or citizen with a test identity code after it (and: for <code>)."
            .formatted(String.join(", ", Tokens.ORGANISATIONS)));
  }
}
