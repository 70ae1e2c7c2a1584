package fi.lupa.local;

/** A reason to give up, in one sentence that the user reads as it is. */
public final class Failure extends RuntimeException {

  private final ExitCode exitCode;

  /** Ends the command with this code after printing the sentence. */
  public Failure(ExitCode exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** The same, with the error that led to it. */
  public Failure(ExitCode exitCode, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  /** What the shell is told. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
