package fi.lupa.local.command;

import fi.lupa.local.home.Setup;
import fi.lupa.local.part.Part;
import fi.lupa.local.screen.Screen;
import java.time.Duration;
import java.util.List;

/** What the user reads when all is ready: addresses, tokens, the first calls. */
final class Welcome {

  private final Setup setup;
  private final Screen screen;

  Welcome(Setup setup, Screen screen) {
    this.setup = setup;
    this.screen = screen;
  }

  void print(List<Part> parts, Duration took, UpOptions options) {
    screen.gap();
    screen.line(screen.bold("Lupa is ready after %.1f s.".formatted(took.toMillis() / 1000.0)));
    screen.gap();
    if (parts.stream().anyMatch(part -> part.name().equals("gateway"))) {
      addresses();
      firstCalls();
    }
    screen.line(options.detach() ? "./lupa down ends it." : "Ctrl-C ends it.");
  }

  private void addresses() {
    screen.line("  Gateway, the only door   " + screen.blue(setup.gateway()));
    screen.line("  Its interfaces to read   " + screen.blue(setup.gateway() + "/"));
    screen.line("  Issuer of tokens         " + screen.blue(setup.issuer() + "/oauth2/token"));
    screen.line("  Data and logs            " + setup.home().folder());
    screen.gap();
  }

  private void firstCalls() {
    screen.line(
        "A token: ./lupa token operator | county-north | county-south | producer | hospital | citizen");
    screen.gap();
    screen.line("Three calls to try first:");
    screen.gap();
    screen.line("  " + screen.blue("./lupa demo"));
    screen.line(
        "      the main job with an explanation of each step; fills the system with an example");
    screen.line(
        "  "
            + screen.blue(
                "curl -H \"Authorization: Bearer $(./lupa token operator)\" %s/v1/organisations"
                    .formatted(setup.gateway())));
    screen.line("      the organisations that have joined");
    screen.line(
        "  "
            + screen.blue(
                "curl -H \"Authorization: Bearer $(./lupa token citizen)\" -H \"Accept-Language: en\" %s/v1/my/log"
                    .formatted(setup.gateway())));
    screen.line("      what a citizen reads about who got their data and why");
    screen.gap();
  }
}
