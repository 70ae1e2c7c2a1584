package fi.lupa.verify.log;

/** Ends a verification at the first wrong place. */
final class Wrong extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Verdict.Broken verdict;

  Wrong(Flaw flaw, String path, long from, long to) {
    super(flaw.name(), null, false, false);
    this.verdict = new Verdict.Broken(flaw, path, from, to);
  }

  /** The first entry that may be concerned. */
  long from() {
    return verdict.from();
  }

  Verdict verdict() {
    return verdict;
  }
}
