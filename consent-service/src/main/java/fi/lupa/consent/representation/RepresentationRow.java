package fi.lupa.consent.representation;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged.State;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code representation}. */
public final class RepresentationRow {
  /** What a statement must select. */
  public static final String COLUMNS =
      "client_ref, id, representative_ref, role, version, state, matters, valid_from, valid_until,"
          + " blocks, changed_at";

  private RepresentationRow() {}

  @SuppressWarnings("NullAway") // only matters and valid_until may be null
  public static Representation map(Readable row) {
    return new Representation(
        row.get("id", UUID.class),
        new ClientRef(row.get("client_ref", UUID.class)),
        new ClientRef(row.get("representative_ref", UUID.class)),
        RepresentationRole.valueOf(row.get("role", String.class)),
        row.get("version", Long.class),
        State.valueOf(row.get("state", String.class)),
        new Terms(
            keys(row.get("matters", String[].class), RepresentationMatter::valueOf),
            row.get("valid_from", LocalDate.class),
            row.get("valid_until", LocalDate.class),
            keys(row.get("blocks", String[].class), Block::valueOf)),
        row.get("changed_at", Instant.class));
  }

  private static <T> @Nullable Set<T> keys(String @Nullable [] stored, Function<String, T> key) {
    return stored == null ? null : Stream.of(stored).map(key).collect(Collectors.toSet());
  }
}
