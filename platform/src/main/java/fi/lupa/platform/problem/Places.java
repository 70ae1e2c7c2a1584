package fi.lupa.platform.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes an error for the log by classes and code places only. */
public final class Places {
  private static final int FRAMES = 12;
  private static final int CAUSES = 10;

  private Places() {}

  /** The error and what caused it; ends even when an error is its own cause. */
  static List<Throwable> causes(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .limit(CAUSES)
        .toList();
  }

  public static String of(Throwable error) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause : causes(error)) {
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
