package fi.lupa.verify.tree;

/** Something given isn't of its form. The message says which form, never what was given. */
public final class Malformed extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** The message is a phrase in English such as "a hash has 32 bytes". */
  public Malformed(String message) {
    super(message);
  }
}
