package fi.lupa.acceptance.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Register usage rights of the producer's first unit in the northern county's register. */
public final class Rights {
  private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");

  private Rights() {}

  /** Today in Finland. */
  public static LocalDate today() {
    return LocalDate.now(FINLAND);
  }

  /** Grants one for a service task, from today for a year. */
  public static Call grant(Client client, String task) {
    return Call.create(
        Organisation.NORTH,
        "/v1/usage-rights",
        Map.of(
            "client", client.client(),
            "serviceTask", task,
            "producer", Organisation.PRODUCER.oid(),
            "producerUnit", Organisation.PRODUCER.unit(),
            "start", today().toString(),
            "end", today().plusYears(1).toString()));
  }

  /** Ends one at once. */
  public static Call end(String id, String etag) {
    return Call.post(
            Organisation.NORTH,
            "/v1/usage-rights/" + id + "/end",
            Map.of("reason", "RELATIONSHIP_ENDED"))
        .ifMatch(etag);
  }

  /** Reads one. */
  public static Call read(String id) {
    return Call.get(Organisation.NORTH, "/v1/usage-rights/" + id);
  }

  /** The county's rights for a client. */
  public static Call search(Client client) {
    return Call.post(
        Organisation.NORTH, "/v1/usage-rights/searches", Map.of("client", client.client()));
  }
}
