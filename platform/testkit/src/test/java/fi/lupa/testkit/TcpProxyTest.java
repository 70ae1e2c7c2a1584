package fi.lupa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
  private ServerSocket echo;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    proxy = TcpProxy.to("localhost", echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = echo.accept();
        Thread.ofVirtual().start(() -> echo(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private static void echo(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      // the client has gone
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("localhost", proxy.port());
    socket.setSoTimeout(200);
    return socket;
  }

  private static int ask(Socket socket, int what) throws IOException {
    socket.getOutputStream().write(what);
    return socket.getInputStream().read();
  }

  @Test
  void forwardsBothWays() throws IOException {
    try (Socket socket = connect()) {
      assertThat(ask(socket, 7)).isEqualTo(7);
      assertThat(proxy.connections()).isEqualTo(1);
    }
    await().until(() -> proxy.connections() == 0);
  }

  @Test
  void losesNothingInPause() throws IOException {
    try (Socket socket = connect()) {
      ask(socket, 1);
      proxy.pause();
      assertThatThrownBy(() -> ask(socket, 2)).isInstanceOf(SocketTimeoutException.class);
      proxy.resume();
      assertThat(socket.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void holdsOnlyReplies() throws IOException {
    try (Socket socket = connect()) {
      ask(socket, 1);
      proxy.pauseReplies();
      assertThatThrownBy(() -> ask(socket, 2)).isInstanceOf(SocketTimeoutException.class);
      proxy.resume();
      assertThat(socket.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void blackHoleSwallowsAndResumeResetsWhatLostBytes() throws IOException {
    try (Socket spoilt = connect();
        Socket idle = connect()) {
      ask(spoilt, 1);
      ask(idle, 1);
      proxy.blackHole();
      assertThatThrownBy(() -> ask(spoilt, 2)).isInstanceOf(SocketTimeoutException.class);
      proxy.resume();
      assertThatThrownBy(() -> spoilt.getInputStream().read())
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
      assertThat(ask(idle, 3)).isEqualTo(3);
    }
  }

  @Test
  void resetCutsTheOldAndServesTheNew() throws IOException {
    try (Socket old = connect()) {
      ask(old, 1);
      proxy.reset();
      assertThatThrownBy(() -> ask(old, 2)).isInstanceOf(IOException.class);
    }
    try (Socket fresh = connect()) {
      assertThat(ask(fresh, 3)).isEqualTo(3);
    }
  }

  @Test
  void refusesUntilResumed() throws IOException {
    proxy.refuse();
    assertThatThrownBy(
            () -> {
              try (Socket socket = connect()) {
                if (ask(socket, 1) < 0) {
                  throw new IOException("closed");
                }
              }
            })
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SocketTimeoutException.class);
    proxy.resume();
    try (Socket socket = connect()) {
      assertThat(ask(socket, 3)).isEqualTo(3);
    }
  }
}
