package fi.lupa.consent.informing;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;

/** Reads a row of {@code informing}. */
public final class InformingRow {
  /** What a statement must select. */
  public static final String COLUMNS =
      "client_ref, id, version, text_version, language, channel, informed_at";

  private InformingRow() {}

  @SuppressWarnings("NullAway") // every column is not null
  public static Informing map(Readable row) {
    return new Informing(
        row.get("id", UUID.class),
        new ClientRef(row.get("client_ref", UUID.class)),
        row.get("version", Long.class),
        row.get("text_version", String.class),
        row.get("language", String.class),
        Channel.valueOf(row.get("channel", String.class)),
        row.get("informed_at", Instant.class));
  }
}
