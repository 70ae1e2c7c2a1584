package fi.lupa.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal with a stable reason code. Status and texts come from {@code codesets/reason-codes};
 * the message of this exception is the code alone, so that nothing personal can travel in it.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;
  private final transient Map<String, Object> extras = new LinkedHashMap<>();

  private final @Nullable Integer status;

  private Problem(String code, List<Violation> violations, @Nullable Integer status) {
    super(code, null, false, false);
    this.violations = violations;
    this.status = status;
  }

  public static Problem of(String code) {
    return new Problem(code, List.of(), null);
  }

  /** A decision against the request: 403 whatever status the code has elsewhere. */
  public static Problem denied(String code) {
    return new Problem(code, List.of(), 403);
  }

  /** What stands there is against the request: 409 whatever status the code has elsewhere. */
  public static Problem conflict(String code) {
    return new Problem(code, List.of(), 409);
  }

  public static Problem invalid(List<Violation> violations) {
    return invalid("REQUEST_INVALID", violations);
  }

  /** Another code than {@code REQUEST_INVALID} for input with violations. */
  public static Problem invalid(String code, List<Violation> violations) {
    return new Problem(code, List.copyOf(violations), null);
  }

  public static Problem invalid(String pointer, String message) {
    return invalid(List.of(new Violation(pointer, message)));
  }

  /** Adds a member to the problem document, such as {@code queryId}. */
  public Problem with(String member, Object value) {
    extras.put(member, value);
    return this;
  }

  public String code() {
    return String.valueOf(getMessage());
  }

  /** The status this problem insists on; otherwise the catalogue's. */
  @Nullable Integer status() {
    return status;
  }

  public List<Violation> violations() {
    return violations;
  }

  public Map<String, Object> extras() {
    return extras;
  }
}
