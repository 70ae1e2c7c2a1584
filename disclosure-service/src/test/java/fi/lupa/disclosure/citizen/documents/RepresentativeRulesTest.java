package fi.lupa.disclosure.citizen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.RepresentationChanged.Refusal;
import fi.lupa.contracts.event.RepresentationChanged.State;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.platform.security.Representative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of facts 10.7 that concern looking. */
class RepresentativeRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final LocalDate CHILD = LocalDate.parse("2015-01-01");
  private static final LocalDate ADULT = LocalDate.parse("2008-11-22");
  private static final UUID ID = new UUID(7, 7);
  private static final ClientRef CLIENT = new ClientRef(new UUID(1, 1));
  private static final ClientRef PERSON = new ClientRef(new UUID(2, 2));

  private static Optional<Refusal> refusal(
      Representative by, LocalDate born, RepresentationChanged... known) {
    return RepresentativeRules.refusal(by, born, Facts.of(List.of(known)), TODAY);
  }

  private static RepresentationChanged relation(
      RepresentationRole role,
      State state,
      @Nullable RepresentationMatter matter,
      LocalDate from,
      @Nullable LocalDate until,
      boolean blocked) {
    return new RepresentationChanged(
        ID,
        1,
        state,
        CLIENT,
        PERSON,
        role,
        matter == null ? null : Set.of(matter),
        from,
        until,
        blocked,
        Instant.parse("2026-01-01T10:00:00Z"));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4} blocked {5}, adult {6}: {7}")
  @CsvSource({
    "GUARDIAN_OF_MINOR, REGISTERED,            , 2020-01-01,           , false, false, ",
    "GUARDIAN_OF_MINOR, REGISTERED,            , 2020-01-01, 2026-11-22, false, false, ",
    "GUARDIAN_OF_MINOR, REGISTERED,            , 2020-01-01, 2026-11-21, false, false, NO_REPRESENTATION",
    "GUARDIAN_OF_MINOR, REGISTERED,            , 2020-01-01,           , true,  false, NO_REPRESENTATION",
    "GUARDIAN_OF_MINOR, ENDED,                 , 2020-01-01,           , false, false, NO_REPRESENTATION",
    "GUARDIAN_OF_MINOR, REGISTERED,            , 2026-11-23,           , false, false, NO_REPRESENTATION",
    "GUARDIAN_OF_MINOR, REGISTERED,            , 2020-01-01,           , false, true,  CHILD_OF_AGE",
    "GUARDIAN_OF_MINOR, REGISTERED,            , 2020-01-01,           , true,  true,  NO_REPRESENTATION",
    "LEGAL_GUARDIAN,    REGISTERED,            , 2026-11-22,           , false, true,  ",
    "MANDATE,           REGISTERED, SOCIAL_CARE, 2020-01-01,           , false, true,  ",
    "MANDATE,           REGISTERED, HEALTH_CARE, 2020-01-01,           , false, true,  MANDATE_OTHER_MATTER",
    "MANDATE,           REGISTERED, OTHER,       2020-01-01,           , false, true,  MANDATE_OTHER_MATTER",
    "MANDATE,           REGISTERED, SOCIAL_CARE, 2020-01-01, 2026-11-21, false, true,  MANDATE_EXPIRED",
    "MANDATE,           ENDED,      SOCIAL_CARE, 2020-01-01, 2026-11-21, false, true,  NO_REPRESENTATION",
    "CONTINUING_POWER,  REGISTERED, SOCIAL_CARE, 2020-01-01,           , true,  true,  NO_REPRESENTATION"
  })
  void aRelation(
      RepresentationRole role,
      State state,
      @Nullable RepresentationMatter matter,
      LocalDate from,
      @Nullable LocalDate until,
      boolean blocked,
      boolean adult,
      @Nullable Refusal expected) {
    assertThat(
            refusal(
                new Representative(PERSON, ID, role),
                adult ? ADULT : CHILD,
                relation(role, state, matter, from, until, blocked)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void onlyTheRelationThatTheTokenNamesCounts() {
    RepresentationChanged known =
        relation(RepresentationRole.MANDATE, State.REGISTERED, null, TODAY, null, false);
    for (Representative by :
        List.of(
            new Representative(PERSON, new UUID(8, 8), RepresentationRole.MANDATE),
            new Representative(PERSON, ID, RepresentationRole.LEGAL_GUARDIAN),
            new Representative(CLIENT, ID, RepresentationRole.MANDATE))) {
      assertThat(refusal(by, ADULT, known)).contains(Refusal.NO_REPRESENTATION);
    }
    assertThat(refusal(new Representative(PERSON, ID, RepresentationRole.MANDATE), ADULT))
        .contains(Refusal.NO_REPRESENTATION);
  }
}
