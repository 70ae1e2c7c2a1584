package fi.lupa.benchmark.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoresTest {
  @Test
  void readsTheSystemsWayOfWritingThem() {
    assertThat(Cores.of("0-2,5,7-8").numbers()).containsExactly(0, 1, 2, 5, 7, 8);
    assertThat(Cores.of("3").numbers()).containsExactly(3);
    assertThat(Cores.of("0-3,6").first(2).prefix()).containsExactly("taskset", "-c", "0,1");
  }

  @Test
  void whatItStartsRunsOnTheseOnly() throws Exception {
    Cores one = Cores.allowed().first(1);
    List<String> command = new ArrayList<>(one.prefix());
    command.addAll(List.of("grep", "Cpus_allowed_list", "/proc/self/status"));

    Process process = new ProcessBuilder(command).start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).split("\\s+"))
        .contains(String.valueOf(one.numbers().getFirst()));
  }
}
