package fi.lupa.benchmark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void tellsWhatThisMachineIs() throws IOException {
    Machine here = Machine.here();

    assertThat(here.cores()).isPositive();
    assertThat(here.memoryGib()).isPositive();
    assertThat(here.text()).contains(here.kind()).contains("JDK 25").contains("load ");
  }

  @Test
  void twoMachinesOfOneKindAreOneKindHoweverBusy() {
    assertThat(new Machine("Some CPU", 4, 23, "25.0.3", 0.1).kind())
        .isEqualTo(new Machine("Some CPU", 4, 24, "25.0.4", 9.5).kind())
        .isNotEqualTo(new Machine("Some CPU", 2, 23, "25.0.3", 0.1).kind());
  }
}
