package fi.lupa.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PersonTest {

  /** 100190-999P is the population register's own example, in an older century form. */
  @Test
  void hasTheRightCheckCharacter() {
    assertThat(Person.of(LocalDate.of(1990, 1, 10), 999).identityCode()).isEqualTo("100190-999P");
  }

  @RepeatedTest(20)
  void isAlwaysATestPerson() {
    assertThat(Person.random(new Random()).identityCode())
        .matches("[0-3]\\d[01]\\d[345]\\d-9\\d\\d[0-9A-FHJ-NPR-Y]");
  }
}
