package fi.lupa.local.demo;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.demo.step.EndRight;
import fi.lupa.local.demo.step.GrantRight;
import fi.lupa.local.demo.step.HospitalNeedsItsOwnPermit;
import fi.lupa.local.demo.step.InformAndPermit;
import fi.lupa.local.demo.step.Prohibit;
import fi.lupa.local.demo.step.QueryUnderRight;
import fi.lupa.local.demo.step.ReadDecisions;
import fi.lupa.local.demo.step.ReadLog;
import fi.lupa.local.demo.step.RegisterOrganisations;
import fi.lupa.local.demo.step.StoreDocuments;
import fi.lupa.local.home.Setup;
import fi.lupa.local.http.Health;
import fi.lupa.local.http.Tokens;
import fi.lupa.local.screen.Screen;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** {@code ./lupa demo}. */
public final class Demo {

  private static final List<Step> STEPS =
      List.of(
          new RegisterOrganisations(),
          new StoreDocuments(),
          new GrantRight(),
          new QueryUnderRight(),
          new InformAndPermit(),
          new Prohibit(),
          new HospitalNeedsItsOwnPermit(),
          new EndRight(),
          new ReadLog(),
          new ReadDecisions());

  private Demo() {}

  /** Plays all steps; the first wrong answer ends it. */
  public static ExitCode run(Setup setup, Screen screen) {
    if (!Health.listens(setup.port())) {
      throw new Failure(
          ExitCode.NOT_RUNNING,
          "Lupa does not run at %s: start it with ./lupa up.".formatted(setup.gateway()));
    }
    var clock = Clock.systemUTC();
    var person = Person.random(new SecureRandom());
    var gateway = new Gateway(setup.gateway(), new Tokens(setup.issuer()), person);
    var narrator = new Narrator(screen);
    var shelf = Shelf.of(setup.nationalSchemas().isPresent(), person, clock.instant());
    play(new Story(gateway, narrator, person, clock, shelf, setup.home()), narrator, screen);
    screen.gap();
    screen.line(screen.bold("That was the main job: every answer was the right one."));
    screen.line(
        "Read the log yourself: curl -H \"Authorization: Bearer $(./lupa token citizen %s)\" -H \"Accept-Language: en\" %s/v1/my/log"
            .formatted(person.identityCode(), setup.gateway()));
    return ExitCode.OK;
  }

  private static void play(Story story, Narrator narrator, Screen screen) {
    screen.line(
        "Aino is an invented client of social care; her test identity code today is %s."
            .formatted(story.person().identityCode()));
    try {
      for (Step step : STEPS) {
        narrator.begin(step.title(), step.explanation());
        step.play(story);
      }
    } catch (Failure failure) {
      screen.gap();
      screen.failed("The demo stops here.");
      throw failure;
    }
  }
}
