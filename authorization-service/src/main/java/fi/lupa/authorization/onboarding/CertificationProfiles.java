package fi.lupa.authorization.onboarding;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Certification profiles and until when one may join with each.
 *
 * @param lastJoinDays the last day by profile; none when joining goes on
 */
public record CertificationProfiles(Map<String, Optional<LocalDate>> lastJoinDays) {
  boolean isKnown(String profile) {
    return lastJoinDays.containsKey(profile);
  }

  /** Whether one may still join with a known profile. */
  boolean canJoin(String profile, LocalDate today) {
    return lastJoinDays
        .getOrDefault(profile, Optional.empty())
        .map(last -> !today.isAfter(last))
        .orElse(true);
  }
}
