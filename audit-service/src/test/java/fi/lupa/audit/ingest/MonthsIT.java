package fi.lupa.audit.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.SharedIT;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.r2dbc.core.DatabaseClient;

/** Months are made ahead, and what is really there is counted and told. */
class MonthsIT extends SharedIT {
  @Autowired DatabaseClient db;
  @Autowired Months running;
  @Autowired LogMonthsHealthIndicator health;

  @Test
  void theServiceTellsThatThreeMonthsAreThere() {
    await().until(() -> running.ahead().isPresent());
    assertThat(running.ahead()).hasValue(3);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getDetails()).containsEntry("ahead", 3).hasSize(1);
  }

  @Test
  void aMonthThatIsGoneIsMadeAgainAndOneThatCanNotBeMadeIsTold() throws SQLException {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Months months = months("2061-06-15T12:00:00Z", meters);
    assertThat(months.ahead()).isEmpty();
    assertThat(meters.get("lupa.log.months.ahead").gauge().value()).isNaN();

    months.makeAhead();
    assertThat(months.ahead()).hasValue(3);
    execute("drop table log_entry_2061_07");
    months.makeAhead();
    assertThat(months.ahead()).hasValue(3);

    // a table in its place that is no part of the log: nothing can be made there
    execute("drop table event_2061_08; create table event_2061_08 (n int)");
    months.makeAhead();
    assertThat(months.ahead()).hasValue(1);
    assertThat(meters.get("lupa.log.months.ahead").gauge().value()).isEqualTo(1);
    assertThat(new LogMonthsHealthIndicator(months).health().getStatus()).isEqualTo(Status.UP);
    assertThat(new LogMonthsHealthIndicator(months).health().getDetails()).containsKey("problem");

    execute("drop table event_2061_08, event_2061_06, log_entry_2061_06");
    months.makeAhead();
    assertThat(months.ahead()).hasValue(3);
  }

  @Test
  void noEventFallsIntoATableForTheRest() throws SQLException {
    try (Connection connection = database.connect();
        ResultSet found =
            connection
                .createStatement()
                .executeQuery("select count(*) from pg_partitioned_table where partdefid <> 0")) {
      found.next();
      assertThat(found.getInt(1)).isZero();
    }
  }

  private Months months(String now, SimpleMeterRegistry meters) {
    return new Months(db, Clock.fixed(Instant.parse(now), ZoneOffset.UTC), meters);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.createStatement().execute(sql);
    }
  }
}
