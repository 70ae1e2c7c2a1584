package fi.lupa.local.process;

import java.util.List;

/** What ends a process. */
public enum Signal {
  /** Please end: what every JVM here understands. */
  TERM,
  /** PostgreSQL's "fast shutdown"; its TERM would wait for its clients to go. */
  INT,
  /** Ends at once, nothing is saved: like a power cut for one process. */
  KILL;

  /** Sends it to exactly this process; nothing when it has ended. */
  public void send(Pid pid) {
    pid.handle()
        .ifPresent(handle -> {
          switch (this) {
            case TERM -> handle.destroy();
            case KILL -> handle.destroyForcibly();
            // Java knows no INT, but bash does and is there: it runs ./lupa
            case INT -> Tool.run(List.of("bash", "-c", "kill -INT " + pid.number()));
          }
        });
  }
}
