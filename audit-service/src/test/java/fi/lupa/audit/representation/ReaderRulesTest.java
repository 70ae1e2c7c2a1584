package fi.lupa.audit.representation;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.RepresentationChanged.State;
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

/** Who may read a log for another (facts 10.7 rows 2 to 4, 9 and 10). */
class ReaderRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final LocalDate CHILD = TODAY.minusYears(18).plusDays(1);
  private static final LocalDate ADULT = TODAY.minusYears(18);
  private static final UUID ID = new UUID(7, 7);
  private static final ClientRef PERSON = new ClientRef(new UUID(2, 2));

  private static RepresentationChanged relation(
      long version,
      RepresentationRole role,
      @Nullable RepresentationMatter matter,
      @Nullable LocalDate until,
      boolean blocked) {
    return new RepresentationChanged(
        ID,
        version,
        State.REGISTERED,
        new ClientRef(new UUID(1, 1)),
        PERSON,
        role,
        matter == null ? null : Set.of(matter),
        LocalDate.parse("2020-01-01"),
        until,
        blocked,
        Instant.parse("2026-01-01T10:00:00Z"));
  }

  private static Optional<String> refusal(
      RepresentationRole role, ClientRef person, LocalDate born, RepresentationChanged known) {
    return ReaderRules.refusal(
        new Representative(person, ID, role), born, Optional.ofNullable(known), TODAY);
  }

  @ParameterizedTest(name = "{0} {1} {2} blocked {3} adult {4}: {5}")
  @CsvSource({
    "MANDATE,           ,            ,           false, true,  ",
    "LEGAL_GUARDIAN,    ,            2026-11-22, false, true,  ",
    "CONTINUING_POWER,  SOCIAL_CARE, ,           false, true,  ",
    "MANDATE,           ,            2026-11-21, false, true,  MANDATE_EXPIRED",
    "MANDATE,           HEALTH_CARE, ,           false, true,  MANDATE_OTHER_MATTER",
    "LEGAL_GUARDIAN,    ,            ,           true,  true,  NO_REPRESENTATION",
    "GUARDIAN_OF_MINOR, ,            ,           false, true,  CHILD_OF_AGE",
    "GUARDIAN_OF_MINOR, ,            ,           false, false, GUARDIAN_LOG_NOT_SHOWN",
    "LEGAL_GUARDIAN,    ,            ,           false, false, GUARDIAN_LOG_NOT_SHOWN",
    "GUARDIAN_OF_MINOR, ,            ,           true,  false, NO_REPRESENTATION"
  })
  void byTheRelation(
      RepresentationRole role,
      @Nullable RepresentationMatter matter,
      @Nullable LocalDate until,
      boolean blocked,
      boolean adult,
      @Nullable String code) {
    assertThat(
            refusal(role, PERSON, adult ? ADULT : CHILD, relation(1, role, matter, until, blocked)))
        .isEqualTo(Optional.ofNullable(code));
  }

  @Test
  void aStrangerIsAsOneWhoIsBarred() {
    RepresentationRole role = RepresentationRole.MANDATE;
    RepresentationChanged stands = relation(1, role, null, null, false);
    assertThat(refusal(role, PERSON, ADULT, null)).contains("NO_REPRESENTATION");
    assertThat(refusal(role, new ClientRef(new UUID(2, 3)), ADULT, stands))
        .contains("NO_REPRESENTATION");
    assertThat(refusal(RepresentationRole.LEGAL_GUARDIAN, PERSON, ADULT, stands))
        .contains("NO_REPRESENTATION");
  }

  @Test
  void theNewestOfEachRelationCounts() {
    RepresentationChanged old = relation(1, RepresentationRole.MANDATE, null, null, false);
    RepresentationChanged current = relation(2, RepresentationRole.MANDATE, null, null, true);
    assertThat(Representations.newest(List.of(current, old))).containsExactly(current);
  }
}
