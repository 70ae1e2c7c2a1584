package fi.lupa.gateway.problem;

import java.util.Map;

/**
 * A refusal with a stable reason code. Its message is the code alone, so nothing personal can
 * travel in it.
 *
 * <p>{@link #headers()} go to the answer beside the problem, such as {@code Allow}.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> headers;

  private Problem(String code, Map<String, String> headers) {
    super(code, null, false, false);
    this.headers = headers;
  }

  public static Problem of(String code) {
    return new Problem(code, Map.of());
  }

  public static Problem of(String code, String header, String value) {
    return new Problem(code, Map.of(header, value));
  }

  public String code() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }
}
