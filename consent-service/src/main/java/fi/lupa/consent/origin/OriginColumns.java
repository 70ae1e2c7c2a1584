package fi.lupa.consent.origin;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Binds an origin to the five recorder columns that every {@code *_version} table ends in. */
public final class OriginColumns {
  private OriginColumns() {}

  /** Organisation, unit, and the professional's id, name and role, from the given marker on. */
  public static GenericExecuteSpec bind(
      GenericExecuteSpec statement, int firstIndex, Origin origin) {
    @Nullable String[] values =
        switch (origin) {
          case Origin.AtProvider(var organisation, Recorder(var unit, var professional)) ->
              new @Nullable String[] {
                organisation.value(),
                unit.value(),
                professional.id(),
                professional.name(),
                professional.role()
              };
          case Origin.ByCitizen _ -> new @Nullable String[5];
        };
    GenericExecuteSpec bound = statement;
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      bound =
          value == null
              ? bound.bindNull(firstIndex + i, String.class)
              : bound.bind(firstIndex + i, value);
    }
    return bound;
  }
}
