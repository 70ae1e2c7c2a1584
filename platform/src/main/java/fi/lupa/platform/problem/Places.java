package fi.lupa.platform.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes an error for the log by classes and code places only. */
public final class Places {
  private static final int FRAMES = 12;

  private Places() {}

  public static String of(Throwable error) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : " <- ")
          .append(cause.getClass().getName())
          .append(
              Arrays.stream(cause.getStackTrace())
                  .limit(FRAMES)
                  .map(StackTraceElement::toString)
                  .collect(Collectors.joining(", ", " [", "]")));
    }
    return text.toString();
  }
}
