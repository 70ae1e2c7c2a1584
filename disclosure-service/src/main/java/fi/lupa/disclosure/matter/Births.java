package fi.lupa.disclosure.matter;

import fi.lupa.platform.client.IdentityCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** When a client of a document was born: as it says, else as the identity code does. */
final class Births {
  private Births() {}

  static @Nullable LocalDate of(JsonNode client) {
    LocalDate stated = Nodes.last(client, "syntymaaika");
    String code = Nodes.text(client.path("henkilotunnus"), "value");
    return stated != null || code == null
        ? stated
        : IdentityCode.parse(code).map(IdentityCode::born).orElse(null);
  }
}
