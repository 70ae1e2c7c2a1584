package fi.lupa.local;

/** How {@code ./lupa} ends; listed in docs/running.md. */
public enum ExitCode {
  /** Done. */
  OK(0),
  /** Something unforeseen, or a demo step whose answer is not the expected one. */
  FAILED(1),
  /** An unknown command, option or name. */
  USAGE(2),
  /** No JDK 25; given by the script, before Java runs. */
  NO_JDK(3),
  /** The build failed; given by the script. */
  BUILD(4),
  /** A port that a part needs is taken. */
  PORT_IN_USE(5),
  /** A Lupa runs in this folder already. */
  ALREADY_RUNNING(6),
  /** A part ended before it was ready. */
  DIED_AT_START(7),
  /** A part was not ready in time. */
  NOT_READY(8),
  /** A part ended after it had been ready. */
  DIED(9),
  /** This machine or folder can't run a part. */
  UNSUPPORTED(10),
  /** The command needs a running Lupa. */
  NOT_RUNNING(11),
  /** Asked to end while it worked; nothing is said about it. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number given to the shell. */
  public int code() {
    return code;
  }
}
