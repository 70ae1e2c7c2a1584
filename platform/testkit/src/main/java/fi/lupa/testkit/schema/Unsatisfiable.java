package fi.lupa.testkit.schema;

/** A schema that contradicts itself: no document can meet it. The message says where and why. */
public final class Unsatisfiable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unsatisfiable(String pointer, String why) {
    super("at " + (pointer.isEmpty() ? "the root" : pointer) + ": " + why);
  }
}
