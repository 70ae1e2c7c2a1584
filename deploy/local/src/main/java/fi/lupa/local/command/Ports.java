package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.http.Health;
import fi.lupa.local.part.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Checks before a start that nobody else has the ports. */
final class Ports {

  private Ports() {}

  static void requireFree(List<Part> parts) {
    for (Part part : parts) {
      for (int port : part.ports()) {
        if (!isFree(port)) {
          throw new Failure(
              ExitCode.PORT_IN_USE,
              "Port %d, which %s needs, is in use by another program: stop that, or start from another port, as in LUPA_PORT=18080 ./lupa up."
                  .formatted(port, part.name()));
        }
      }
    }
  }

  private static boolean isFree(int port) {
    // a listener on another address than the loopback's shows only by binding, one on IPv6 only by
    // connecting
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      return false;
    }
    return !Health.listens(port);
  }
}
