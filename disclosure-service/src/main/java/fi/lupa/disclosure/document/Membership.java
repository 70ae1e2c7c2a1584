package fi.lupa.disclosure.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The client's days in a common matter (yhteinen asia), both included.
 *
 * @param joinedOn absent when the matter isn't a common one
 * @param leftOn absent while the client is in it
 */
public record Membership(@Nullable LocalDate joinedOn, @Nullable LocalDate leftOn) {
  public static final Membership NOT_COMMON = new Membership(null, null);

  public boolean isCommon() {
    return joinedOn != null;
  }
}
