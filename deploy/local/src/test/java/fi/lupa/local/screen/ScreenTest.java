package fi.lupa.local.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void paintsWhenItMay() {
    var screen = new Screen(new PrintStream(out, true, UTF_8), true);
    screen.done("ready");

    assertThat(out.toString(UTF_8)).isEqualTo("\u001b[32m✓\u001b[0m ready\n");
  }

  @Test
  void leavesEscapesOutOtherwise() {
    var screen = new Screen(new PrintStream(out, true, UTF_8), false);
    screen.failed("away");
    screen.line(screen.bold("a") + screen.dim("b") + screen.blue("c"));

    assertThat(out.toString(UTF_8)).isEqualTo("✗ away\nabc\n");
  }

  @Test
  void respectsNoColor() {
    var screen = Screen.standard(Map.of("NO_COLOR", "1"));

    assertThat(screen.green("x")).isEqualTo("x");
  }
}
