package fi.lupa.local.screen;

import java.io.PrintStream;
import java.util.Map;

/** Prints for the eyes of one user: colours only on a terminal, and only if wanted. */
public final class Screen {

  private final PrintStream out;
  private final boolean colour;

  /** A screen with or without colours. */
  public Screen(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  /** The process's own output; NO_COLOR or a redirection takes the colours away. */
  public static Screen standard(Map<String, String> environment) {
    var console = System.console();
    boolean terminal = console != null && console.isTerminal();
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Screen(System.out, terminal && !refused);
  }

  /** One line as it is. */
  public void line(String text) {
    synchronized (out) {
      out.println(text);
      out.flush();
    }
  }

  /** An empty line. */
  public void gap() {
    line("");
  }

  /** Something that went well. */
  public void done(String text) {
    line(green("✓") + " " + text);
  }

  /** Something that did not. */
  public void failed(String text) {
    line(red("✗") + " " + text);
  }

  /** Strong. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** Pale. */
  public String dim(String text) {
    return paint("2", text);
  }

  /** Good. */
  public String green(String text) {
    return paint("32", text);
  }

  /** Bad. */
  public String red(String text) {
    return paint("31", text);
  }

  /** An address or a command. */
  public String blue(String text) {
    return paint("36", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
