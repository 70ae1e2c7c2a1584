package fi.lupa.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A wire that can be cut: stands on loopback between a client and a server. It forwards until told
 * otherwise:
 *
 * <ul>
 *   <li>{@link #pause()}: bytes wait, none are lost (a server that hangs, a net that is slow)
 *   <li>{@link #pauseReplies()}: the server gets everything, the client hears nothing
 *   <li>{@link #blackHole()}: bytes vanish, connections look open (a host that lost its power)
 *   <li>{@link #refuse()}: connections are reset, new ones too (a server that isn't running)
 *   <li>{@link #reset()}: connections are reset once, new ones are served (a server that restarted)
 *   <li>{@link #resume()}: forwards again; connections that lost bytes are reset
 * </ul>
 */
public final class TcpProxy implements AutoCloseable {
  private enum Mode {
    FORWARD,
    PAUSE,
    PAUSE_REPLIES,
    BLACK_HOLE,
    REFUSE
  }

  private final Supplier<Backends.Server> target;
  private final ServerSocket listening;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Mode mode = Mode.FORWARD;

  private TcpProxy(Supplier<Backends.Server> target) {
    this.target = target;
    try {
      listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("tcp-proxy").start(this::accept);
  }

  /** A proxy on a free port; the server need not run yet. */
  public static TcpProxy to(String host, int port) {
    return to(() -> new Backends.Server(host, port));
  }

  /** A proxy to a server whose place is known later; asked at each connection. */
  public static TcpProxy to(Supplier<Backends.Server> target) {
    return new TcpProxy(target);
  }

  /** Where clients connect, on localhost. */
  public int port() {
    return listening.getLocalPort();
  }

  public String address() {
    return "localhost:" + port();
  }

  /** Connections open now. */
  public int connections() {
    return wires.size();
  }

  public void pause() {
    become(Mode.PAUSE);
  }

  public void pauseReplies() {
    become(Mode.PAUSE_REPLIES);
  }

  public void blackHole() {
    become(Mode.BLACK_HOLE);
  }

  public void refuse() {
    become(Mode.REFUSE);
    reset();
  }

  public void reset() {
    wires.forEach(Wire::cut);
  }

  public void resume() {
    wires.stream().filter(wire -> wire.spoilt).forEach(Wire::cut);
    become(Mode.FORWARD);
  }

  @Override
  public void close() {
    refuse();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void become(Mode next) {
    lock.lock();
    try {
      mode = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    try {
      if (mode == Mode.REFUSE) {
        client.setSoLinger(true, 0);
        client.close();
        return;
      }
      Backends.Server server = target.get();
      Wire wire = new Wire(client, new Socket(server.host(), server.port()));
      wires.add(wire);
      wire.start();
      if (mode == Mode.REFUSE) {
        wire.cut();
      }
    } catch (IOException e) {
      close(client);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // gone already
    }
  }

  private final class Wire {
    private final Socket client;
    private final Socket server;
    private volatile boolean spoilt;
    private volatile boolean cut;

    Wire(Socket client, Socket server) throws IOException {
      this.client = client;
      this.server = server;
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    }

    void start() {
      Thread.ofVirtual().start(() -> pump(client, server, false));
      Thread.ofVirtual().start(() -> pump(server, client, true));
    }

    private void pump(Socket from, Socket to, boolean replies) {
      byte[] bytes = new byte[16 * 1024];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          if (mayPass(replies)) {
            out.write(bytes, 0, read);
          } else {
            spoilt = true;
          }
        }
        mayPass(replies);
      } catch (IOException e) {
        // one side has gone: so does the other
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        wires.remove(this);
        TcpProxy.close(client);
        TcpProxy.close(server);
      }
    }

    /** Waits out a pause; false when the bytes are to vanish. */
    private boolean mayPass(boolean replies) throws InterruptedException {
      if (mode == Mode.FORWARD) {
        return true;
      }
      lock.lock();
      try {
        while (!cut && (mode == Mode.PAUSE || replies && mode == Mode.PAUSE_REPLIES)) {
          changed.await();
        }
        return mode != Mode.BLACK_HOLE;
      } finally {
        lock.unlock();
      }
    }

    void cut() {
      cut = true;
      try {
        client.setSoLinger(true, 0);
        server.setSoLinger(true, 0);
      } catch (IOException e) {
        // closed already
      }
      wires.remove(this);
      TcpProxy.close(client);
      TcpProxy.close(server);
      become(mode);
    }
  }
}
