package fi.lupa.audit.mylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.web.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogPlaceTest {
  @Test
  void aCursorLeadsBackToItsPlace() {
    LogPlace place = new LogPlace(Instant.parse("2026-11-22T08:20:00.123456Z"), new UUID(3, -4));

    assertThat(LogPlace.of(place.cursor())).isEqualTo(place);
  }

  @Test
  void withoutACursorOneBeginsAtTheTop() {
    assertThat(LogPlace.of(null)).isEqualTo(LogPlace.TOP);
  }

  static String[] strange() {
    String id = new UUID(1, 1).toString();
    return new String[] {
      "",
      "%",
      "abc",
      Cursor.encode("x"),
      Cursor.encode("2026-11-22T08:20:00Z"),
      Cursor.encode("yesterday", id),
      Cursor.encode("2026-11-22T08:20:00Z", "1"),
      Cursor.encode("2026-11-22T08:20:00Z", id, "more"),
      Cursor.encode("+999999999-01-01T00:00:00Z", id),
      Cursor.encode("-999999999-01-01T00:00:00Z", id)
    };
  }

  @ParameterizedTest
  @MethodSource("strange")
  void whatIsNoCursorIsRefused(String cursor) {
    assertThatThrownBy(() -> LogPlace.of(cursor))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("REQUEST_INVALID"));
  }
}
