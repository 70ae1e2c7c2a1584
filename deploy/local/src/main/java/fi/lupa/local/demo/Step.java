package fi.lupa.local.demo;

/** One step of the demo. */
public interface Step {

  /** Its heading. */
  String title();

  /** Who does what, and why, for someone who knows nothing of it. */
  String explanation();

  /** Plays it; ends the demo when an answer is not the expected one. */
  void play(Story story);
}
