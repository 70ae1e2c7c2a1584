package fi.lupa.authorization.usageright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Persons;
import fi.lupa.contracts.RightEndReason;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table guards by itself what the rules promise, and reckons time as they do. */
class UsageRightTableIT extends AuthorizationIT {
  private static String organiser;
  private static String producer;

  @BeforeEach
  void parties() {
    if (organiser == null) {
      organiser = calls.registered();
      producer = calls.registered();
    }
  }

  /** Summer and winter time, days of the change, ended before, within and after the agreed time. */
  static Stream<UsageRight> rights() {
    Instant granted = Instant.parse("2026-03-01T10:00:00Z");
    return Stream.of("2026-02-01", "2026-03-01", "2026-03-29", "2026-10-25")
        .map(LocalDate::parse)
        .flatMap(start ->
            Stream.of(-1, 0, 1, 300)
                .map(days -> days < 0 ? null : start.plusDays(days + 30L))
                .map(end -> Rights.granted(granted, start, end)))
        .flatMap(right ->
            Stream.of(
                right,
                right.endedAt(granted.plus(Duration.ofDays(2)), RightEndReason.OTHER),
                right.endedAt(granted.plus(Duration.ofDays(900)), RightEndReason.OTHER)));
  }

  @ParameterizedTest
  @MethodSource("rights")
  void theTableReckonsTimeAsTheRulesDo(UsageRight right) throws SQLException {
    UUID id = insert(right);
    String times =
        sql()
            .column(
                "select concat_ws(' ', extract(epoch from effective_from)::bigint,"
                    + " extract(epoch from effective_until)::bigint) from usage_right where id = '"
                    + id
                    + "'")
            .getFirst();
    Instant until = right.effectiveUntil();
    assertThat(times)
        .isEqualTo(
            right.effectiveFrom().getEpochSecond()
                + (until == null ? "" : " " + until.getEpochSecond()));
  }

  @Test
  void twoRightsForTheSameTimeCannotStand() throws SQLException {
    UsageRight right = Rights.granted("2026-03-01T10:00:00Z", "2026-03-01", null);
    UUID client = UUID.randomUUID();
    insert(right, client);
    assertThatThrownBy(() -> insert(right, client)).hasMessageContaining("usage_right_overlaps");
  }

  @Test
  void historyIsNeverRewritten() {
    calls.grant(organiser, Calls.grant(Persons.newIdentityCode(), producer));
    assertThatThrownBy(() -> sql().run("update usage_right_version set version = version + 1"))
        .hasMessageContaining("only ever added");
    assertThatThrownBy(() -> sql().run("delete from usage_right_version"))
        .hasMessageContaining("only ever added");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organiser = producer",
        "end_day = start_day - 1",
        "ended_at = granted_at, end_reason = null",
        "end_reason = 'BOREDOM'",
        "service_task = 'NONE'",
        "producer_unit = organiser",
        "producer = 'nobody'",
        "version = 0",
      })
  void whatCannotBeIsRefused(String change) throws SQLException {
    UUID id = insert(Rights.granted("2026-03-01T10:00:00Z", "2026-03-01", null));
    assertThatThrownBy(
            () -> sql().run("update usage_right set " + change + " where id = '" + id + "'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("violates");
  }

  private static UUID insert(UsageRight right) throws SQLException {
    return insert(right, UUID.randomUUID());
  }

  private static UUID insert(UsageRight right, UUID client) throws SQLException {
    UUID id = UUID.randomUUID();
    sql()
        .run(
            "insert into usage_right values ('%s', '%s', 1, '%s', '%s', '%s', '%s', '{}', %s, %s, %s, %s, %s)"
                .formatted(
                    id,
                    client,
                    organiser,
                    producer,
                    Calls.unit(producer, 1),
                    right.serviceTask(),
                    quoted(right.start()),
                    quoted(right.end()),
                    quoted(right.grantedAt()),
                    quoted(right.endedAt()),
                    quoted(right.endReason())));
    return id;
  }

  private static String quoted(Object value) {
    return value == null ? "null" : "'" + value + "'";
  }
}
