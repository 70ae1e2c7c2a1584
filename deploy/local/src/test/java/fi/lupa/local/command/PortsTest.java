package fi.lupa.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.part.Part;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.Program;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void namesThePortAndThePartThatNeedsIt() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(List.of(new Fake(port))))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.PORT_IN_USE))
          .hasMessageContaining("Port " + port + ", which gateway needs");
    }
  }

  @Test
  void seesAListenerOnAllAddresses() throws Exception {
    try (var taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> Ports.requireFree(List.of(new Fake(taken.getLocalPort()))))
          .isInstanceOf(Failure.class);
    }
  }

  @Test
  void isContentWithAFreePort() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThatCode(() -> Ports.requireFree(List.of(new Fake(port)))).doesNotThrowAnyException();
  }

  private record Fake(int port) implements Part {
    @Override
    public String name() {
      return "gateway";
    }

    @Override
    public List<Integer> ports() {
      return List.of(port);
    }

    @Override
    public Program prepare() {
      return new Program(List.of(), Map.of());
    }

    @Override
    public boolean isReady(Pid pid) {
      return false;
    }
  }
}
