package fi.lupa.consent.origin;

import fi.lupa.contracts.ClientRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Binds the client that an act is confined to, for {@code client_ref = coalesce($n, client_ref)}.
 */
public final class OnlyClient {
  private OnlyClient() {}

  /**
   * @param client absent when any client's row may be touched
   */
  public static GenericExecuteSpec bind(
      GenericExecuteSpec statement, int index, @Nullable ClientRef client) {
    return client == null
        ? statement.bindNull(index, UUID.class)
        : statement.bind(index, client.value());
  }
}
