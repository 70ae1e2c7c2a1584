package fi.lupa.acceptance.api;

import java.util.List;
import java.util.stream.Stream;

/** The organisations of the tests, registered once. */
public final class World {
  private static final List<Organisation> MEMBERS =
      List.of(Organisation.NORTH, Organisation.SOUTH, Organisation.PRODUCER, Organisation.HOSPITAL);
  private static boolean ready;

  private World() {}

  /** Somebody whose token may hold a scope: the northern county if it can, or this citizen. */
  public static Caller whoMay(String scope, Person citizen) {
    return Stream.of(Organisation.NORTH, Organisation.OPERATOR, citizen)
        .filter(caller -> Forged.scopes(Tokens.of(caller)).contains(scope))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody may " + scope));
  }

  /** Registers them unless they are there: the demo may have done it. */
  public static synchronized void prepare() {
    if (ready) {
      return;
    }
    for (Organisation organisation : MEMBERS) {
      Reply reply =
          Http.send(
              Call.create(Organisation.OPERATOR, "/v1/organisations", organisation.registration()));
      boolean there = reply.status() == 201 || reply.code().equals("ORGANISATION_EXISTS");
      if (!there) {
        throw new AssertionError("not registered: " + reply.status() + " " + reply.body());
      }
    }
    ready = true;
  }
}
