package fi.lupa.audit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
  @ParameterizedTest
  @CsvSource({
    "22021, true",
    "22P02, true",
    "23514, true",
    "54000, true",
    "08006, false",
    "40P01, false",
    "57P01, false",
    "53300, false",
    "42P01, false",
    "25P03, false"
  })
  void theStateTellsWhoseFaultItIs(String state, boolean data) {
    R2dbcException cause = new R2dbcDataIntegrityViolationException("reason", state);

    assertThat(Faults.lieInData(cause)).isEqualTo(data);
    assertThat(Faults.lieInData(new SQLException("reason", state))).isEqualTo(data);
    assertThat(Faults.lieInData(new IllegalStateException("outer", cause))).isEqualTo(data);
  }

  @Test
  void withoutAStateItIsNotTheDatasFault() {
    assertThat(Faults.lieInData(new R2dbcNonTransientResourceException("gone"))).isFalse();
    assertThat(Faults.lieInData(new R2dbcBadGrammarException())).isFalse();
    assertThat(Faults.lieInData(new SQLException("reason"))).isFalse();
    assertThat(Faults.lieInData(new IllegalStateException())).isFalse();
  }
}
