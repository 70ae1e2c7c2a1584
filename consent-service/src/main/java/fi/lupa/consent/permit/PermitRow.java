package fi.lupa.consent.permit;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of {@code permit}. */
@Component
public class PermitRow {
  /** What a statement must select. */
  public static final String COLUMNS =
      "client_ref, id, kind, version, state, targets, text_version, channel, given_at, changed_at";

  private final JsonMapper json;

  PermitRow(JsonMapper json) {
    this.json = json;
  }

  @SuppressWarnings("NullAway") // only given_at may be null
  public Permit map(Readable row) {
    return new Permit(
        row.get("id", UUID.class),
        new ClientRef(row.get("client_ref", UUID.class)),
        PermitKind.valueOf(row.get("kind", String.class)),
        row.get("version", Long.class),
        PermitState.valueOf(row.get("state", String.class)),
        json.readValue(
            row.get("targets", Json.class).asArray(), new TypeReference<List<Target>>() {}),
        row.get("text_version", String.class),
        Channel.valueOf(row.get("channel", String.class)),
        row.get("given_at", Instant.class),
        row.get("changed_at", Instant.class));
  }
}
