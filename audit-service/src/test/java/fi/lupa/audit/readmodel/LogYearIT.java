package fi.lupa.audit.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.Events;
import fi.lupa.audit.FilledLog;
import fi.lupa.audit.SharedIT;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many entries of a kind a client's log has of a year, however the entries come and go. */
class LogYearIT extends SharedIT {
  private static final Instant END = Instant.parse("2025-01-01T00:00:02Z");
  private static final String ONE_OF =
      "log_entry where client_ref = '%s' and event_id = (select event_id from log_entry"
          + " where client_ref = '%s' and time %s '2025-01-01 00:00Z' and kind = %d limit 1)";

  private final ClientRef ref = new ClientRef(UUID.randomUUID());
  private final UUID client = ref.value();

  /** Accesses: two on the first day of 2025, one before; declarations: the same. */
  @BeforeEach
  void entriesAroundNewYear() throws SQLException {
    FilledLog.add(database, Events.read(ref, 1), 3, END);
    FilledLog.add(database, Events.informing(ref, Channel.CITIZEN), 3, END);
  }

  @Test
  void aYearIsCountedAndStaysUntilItsLastEntryOfTheKindHasGone() throws SQLException {
    assertThat(years()).containsExactly("2024 1 1", "2024 8 1", "2025 1 2", "2025 8 2");
    run("delete from " + oneOf(">=", 1));
    assertThat(years()).containsExactly("2024 1 1", "2024 8 1", "2025 1 1", "2025 8 2");
    run("delete from " + oneOf("<", 8));
    assertThat(years()).containsExactly("2024 1 1", "2025 1 1", "2025 8 2");
    run("delete from " + oneOf(">=", 1));
    assertThat(years()).containsExactly("2024 1 1", "2025 8 2");
    FilledLog.add(database, Events.read(ref, 1), 4, END);
    assertThat(years()).containsExactly("2024 1 3", "2025 1 2", "2025 8 2");
    run("delete from log_entry where client_ref = '%s'".formatted(client));
    assertThat(years()).isEmpty();
  }

  @Test
  void theLastOneIsKnownWhicheverGoes() throws SQLException {
    assertThat(last()).isEqualTo("2025-01-01T00:00:01Z");
    run("delete from log_entry where client_ref = '%s' and time = '%s'".formatted(client, last()));
    assertThat(last()).isEqualTo("2025-01-01T00:00:00Z");
    FilledLog.add(database, Events.read(ref, 1), 2, Instant.parse("2025-03-01T00:00:02Z"));
    assertThat(last()).isEqualTo("2025-03-01T00:00:01Z");
    run(
        "delete from log_entry where client_ref = '%s' and time = '2025-03-01 00:00Z'"
            .formatted(client));
    assertThat(last()).isEqualTo("2025-03-01T00:00:01Z");
  }

  private String last() throws SQLException {
    return Instant.parse(
            texts(
                    "select to_char(last at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from log_year"
                        + " where client_ref = '%s' and year = 2025 and kind = 1".formatted(client))
                .getFirst())
        .toString();
  }

  @Test
  void anEntryThatIsJustComingKeepsItsYear() throws SQLException {
    run("delete from " + oneOf(">=", 1));
    try (Connection comes = database.connect();
        Statement sql = comes.createStatement()) {
      comes.setAutoCommit(false);
      sql.execute(
          """
          insert into log_entry
          select client_ref, time + interval '1 hour', gen_random_uuid(), organisation, controllers, kind, basis, tasks
          from log_entry where client_ref = '%s' and kind = 1 and time >= '2025-01-01 00:00Z'
          """
              .formatted(client));
      CompletableFuture<Void> goes =
          CompletableFuture.runAsync(() -> run("delete from " + oneOf(">=", 1)));
      await()
          .until(() ->
              !texts(
                      "select 'waits' from pg_locks where not granted and locktype = 'transactionid'")
                  .isEmpty());
      comes.commit();
      goes.join();
    }
    assertThat(years()).contains("2025 1 1");
    assertThat(texts("select 'left' from " + oneOf(">=", 1))).hasSize(1);
  }

  private String oneOf(String side, int kind) {
    return ONE_OF.formatted(client, client, side, kind);
  }

  private List<String> years() throws SQLException {
    return texts(
        "select concat_ws(' ', year, kind, entries) from log_year where client_ref = '%s' order by 1"
            .formatted(client));
  }

  private void run(String statement) {
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement();
        ResultSet found = sql.executeQuery(query)) {
      while (found.next()) {
        texts.add(found.getString(1));
      }
    }
    return texts;
  }
}
