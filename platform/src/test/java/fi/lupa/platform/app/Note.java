package fi.lupa.platform.app;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A body that has some of everything. */
record Note(
    ClientId client,
    String text,
    Oid organisation,
    String businessId,
    LocalDate day,
    Instant moment,
    UUID id,
    Kind kind,
    Integer weight,
    List<Part> parts) {
  enum Kind {
    LONG,
    SHORT
  }

  record Part(String name) {}

  record Loose(String text) {}
}
