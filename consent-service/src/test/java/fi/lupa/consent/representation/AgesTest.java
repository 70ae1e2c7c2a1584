package fi.lupa.consent.representation;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.platform.client.IdentityCode;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
  private static final IdentityCode BORN_IN_MAY = new IdentityCode("020516C903K");

  @ParameterizedTest
  @CsvSource({"2034-05-01, false", "2034-05-02, true", "2040-01-01, true", "2026-11-22, false"})
  void oneComesOfAgeOnTheEighteenthBirthday(LocalDate today, boolean ofAge) {
    assertThat(Ages.isOfAge(BORN_IN_MAY, today)).isEqualTo(ofAge);
  }

  @Test
  void theDayIsTheFinnishOne() {
    assertThat(Ages.today(Instant.parse("2034-05-01T21:00:00Z"))).isEqualTo("2034-05-02");
    assertThat(Ages.today(Instant.parse("2034-05-01T20:59:59Z"))).isEqualTo("2034-05-01");
  }
}
