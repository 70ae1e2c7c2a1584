package fi.lupa.local.demo;

import fi.lupa.local.screen.Screen;
import java.util.stream.Stream;

/** Tells the story on the screen. */
public final class Narrator {

  private static final int WIDTH = 100;
  private static final int SENT_LINES = 14;
  private static final int GOT_LINES = 22;

  private final Screen screen;
  private int step;

  Narrator(Screen screen) {
    this.screen = screen;
  }

  /** A step's heading and its explanation. */
  void begin(String title, String explanation) {
    step++;
    screen.gap();
    screen.line(screen.bold("%d. %s".formatted(step, title)));
    wrapped(explanation).forEach(line -> screen.line("   " + line));
  }

  /** A sentence between calls. */
  public void say(String sentence) {
    screen.gap();
    wrapped(sentence).forEach(line -> screen.line("   " + line));
  }

  /** Something that is as it should be. */
  public void tick(String sentence) {
    screen.line("   " + screen.green("✓") + " " + sentence);
  }

  /** What is sent, by whom. */
  void sends(Call call) {
    screen.gap();
    screen.line(
        "   "
            + screen.blue("→ " + call.method() + " " + call.path())
            + screen.dim("   as " + call.actor().spokenName()));
    call.shown().ifPresent(body -> block(Excerpt.of(body, SENT_LINES).stream()));
  }

  /** What came back. */
  void gets(Answer answer) {
    String status = "← " + answer.status();
    screen.line("   " + (answer.status() < 400 ? screen.green(status) : screen.red(status)));
    if (!answer.body().isEmpty()) {
      block(Excerpt.of(answer.body(), GOT_LINES).stream());
    }
  }

  private void block(Stream<String> lines) {
    lines.forEach(line -> screen.line(screen.dim("     " + line)));
  }

  static Stream<String> wrapped(String text) {
    var lines = Stream.<String>builder();
    var line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return lines.add(line.toString()).build();
  }
}
