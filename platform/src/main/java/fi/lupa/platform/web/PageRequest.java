package fi.lupa.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: {@code limit} 1 to 200 (50 when not said), {@code cursor} from the page
 * before.
 */
public record PageRequest(int limit, @Nullable String cursor) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int LARGEST_LIMIT = 200;
}
