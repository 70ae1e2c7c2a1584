package fi.lupa.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpOptionsTest {

  @Test
  void startsEverythingInTheForegroundByDefault() {
    assertThat(UpOptions.parse(List.of()))
        .isEqualTo(new UpOptions(false, false, false, true, Optional.empty()));
  }

  @Test
  void readsAllOptionsInAnyOrder() {
    assertThat(
            UpOptions.parse(
                List.of(
                    "--keep-going",
                    "--only",
                    "postgres,kafka",
                    "--no-build",
                    "--detach",
                    "--fresh")))
        .isEqualTo(
            new UpOptions(true, true, true, false, Optional.of(List.of("postgres", "kafka"))));
  }

  @Test
  void trainsOnlyWhatIsAllThereAndUnlessToldNotTo() {
    assertThat(UpOptions.parse(List.of("--detach")).train()).isTrue();
    assertThat(UpOptions.parse(List.of("--no-train")).train()).isFalse();
    assertThat(UpOptions.parse(List.of("--only", "postgres")).train()).isFalse();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> UpOptions.parse(List.of("--frsh")))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("--frsh");
    assertThatThrownBy(() -> UpOptions.parse(List.of("--only"))).isInstanceOf(Failure.class);
  }
}
