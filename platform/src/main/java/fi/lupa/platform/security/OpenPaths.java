package fi.lupa.platform.security;

import java.util.List;

/**
 * What a service gives to anybody without a token, by {@code GET}; a bean of the service. Its
 * contract says so of the same paths, by {@code security: []}.
 *
 * @param patterns such as {@code /v1/log/tiles/**}
 */
public record OpenPaths(List<String> patterns) {
  /** Copies the list. */
  public OpenPaths {
    patterns = List.copyOf(patterns);
  }

  public OpenPaths(String... patterns) {
    this(List.of(patterns));
  }
}
