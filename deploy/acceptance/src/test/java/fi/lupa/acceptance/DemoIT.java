package fi.lupa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.acceptance.system.Cli;
import fi.lupa.acceptance.system.Lupa;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;

/** {@code ./lupa demo}, also on data that an earlier demo has left. */
@Order(20)
class DemoIT {

  @RepeatedTest(2)
  void theDemoPlaysToItsEnd() {
    Cli.Ended demo = Lupa.shared().cli().run(Duration.ofMinutes(1), "demo").orFail();
    assertThat(demo.output()).contains("REGISTER_RIGHT_ENDED").doesNotContain("Exception");
    System.out.printf("demo: %.1f s%n", demo.time().toMillis() / 1000.0);
  }
}
