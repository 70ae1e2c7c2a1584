package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.screen.Screen;

/** {@code ./lupa help}. */
final class Help {

  private static final String TEXT =
      """
      ./lupa up                starts everything: database, Kafka, issuer, five services; Ctrl-C ends it
               --fresh         forgets all data first
               --detach        comes back when all is ready; ./lupa down ends it
               --keep-going    a part that ends later is reported only
               --only a,b      starts these parts only
               --no-build      starts what is built, however old
               --no-train      does not train the services for a quicker start in the background
      ./lupa demo              plays the main job and explains each step
      ./lupa bench             measures a Lupa of its own at rising rates and writes a report
      ./lupa bench quick       the same in less than three minutes
      ./lupa bench matrix      measures by cores, instances and documents of a client
      ./lupa bench loop        measures a running Lupa by connections that never rest
      ./lupa verify <what>     verifies an exported log, or a whole log by its address or folder
      ./lupa bench batch       measures a batch of grants beside grants one by one
      ./lupa bench archive     fills the archive to a size and measures it there
      ./lupa bench ingest      measures how fast the log takes events, by one and two instances
      ./lupa bench visible     measures from an access to its entry in the log, under load
      ./lupa bench log         fills the log to a size and measures its first page there
      ./lupa bench kill        kills every part in turn under load and looks for lost events
      ./lupa test              builds everything and runs all tests (the same as ./mvnw verify -T1C)
      ./lupa status            which parts run, on which port, with which log
      ./lupa logs [name] [-f]  the end of a part's log; -f follows it
      ./lupa token <who> [code]
                               an access token: operator, county-north, county-south, producer, hospital,
                               or citizen with a test identity code; citizen <code> for <code>
                               acts for somebody else
      ./lupa mail              the last mail that citizens would have got
      ./lupa stop <name> [--kill]
      ./lupa start <name>      ends or starts one part, also disclosure-service-2, audit-service-2, gateway-2
      ./lupa train             trains the running services for a quicker start and waits for it
      ./lupa down              ends everything that runs

      LUPA_PORT  port of the gateway (8080); the other parts take the fourteen after it
      LUPA_HOME  folder of data and logs (.lupa)
      docs/running.md tells the rest: parts, files, exit codes.\
      """;

  private Help() {}

  static ExitCode print(Screen screen) {
    screen.line(TEXT);
    return ExitCode.OK;
  }
}
