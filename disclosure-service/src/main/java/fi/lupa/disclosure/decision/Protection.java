package fi.lupa.disclosure.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Non-disclosure for personal safety (turvakielto), as a controller's client relationship document
 * tells it.
 *
 * @param since its first day
 * @param until its last day, absent when it lasts until further notice
 */
public record Protection(LocalDate since, @Nullable LocalDate until) {
  boolean isInForce(LocalDate today) {
    return !since.isAfter(today) && (until == null || !until.isBefore(today));
  }
}
