package fi.lupa.consent.representation.check;

import static fi.lupa.consent.representation.Relations.about;
import static fi.lupa.consent.representation.Relations.blocked;
import static fi.lupa.consent.representation.Relations.ended;
import static fi.lupa.consent.representation.Relations.until;
import static fi.lupa.contracts.RepresentationRole.CONTINUING_POWER;
import static fi.lupa.contracts.RepresentationRole.GUARDIAN_OF_MINOR;
import static fi.lupa.contracts.RepresentationRole.LEGAL_GUARDIAN;
import static fi.lupa.contracts.RepresentationRole.MANDATE;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.representation.Block;
import fi.lupa.consent.representation.Relations;
import fi.lupa.consent.representation.Representation;
import fi.lupa.consent.representation.check.Verdict.Refusal;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.client.IdentityCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Table 10.7 of the domain sheet, rows 2 to 4. */
class CheckRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final IdentityCode CHILD = new IdentityCode("020516C903K");
  private static final IdentityCode ADULT = new IdentityCode("231179-914K");
  private static final Set<RepresentationMatter> SOCIAL = Set.of(RepresentationMatter.SOCIAL_CARE);

  private static Verdict verdict(IdentityCode client, Representation... known) {
    return CheckRules.verdict(List.of(known), client, SOCIAL, TODAY);
  }

  private static void refused(Refusal why, IdentityCode client, Representation... known) {
    assertThat(verdict(client, known)).isEqualTo(new Verdict.Refused(why));
  }

  private static void given(IdentityCode client, Representation by, Representation... known) {
    assertThat(verdict(client, known)).isEqualTo(new Verdict.Given(by));
  }

  @ParameterizedTest
  @EnumSource
  void eachRoleLetsOneAct(RepresentationRole role) {
    Representation one = Relations.of(role);
    given(role == GUARDIAN_OF_MINOR ? CHILD : ADULT, one, one);
  }

  @Test
  void aStrangerMayNot() {
    refused(Refusal.NO_REPRESENTATION, CHILD);
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsBarredGetsAStrangersAnswer(Block block) {
    for (RepresentationRole role : RepresentationRole.values()) {
      refused(Refusal.NO_REPRESENTATION, CHILD, blocked(Relations.of(role), block));
      refused(Refusal.NO_REPRESENTATION, ADULT, blocked(Relations.of(role), block));
      refused(
          Refusal.NO_REPRESENTATION,
          ADULT,
          blocked(
              until(about(Relations.of(MANDATE), RepresentationMatter.OTHER), YESTERDAY), block));
    }
  }

  @ParameterizedTest
  @EnumSource
  void soDoesWhoseRelationWasEndedOrHasNotBegun(RepresentationRole role) {
    refused(Refusal.NO_REPRESENTATION, CHILD, ended(Relations.of(role)));
    assertThat(
            CheckRules.verdict(
                List.of(Relations.of(role)), CHILD, SOCIAL, Relations.SINCE.minusDays(1)))
        .isEqualTo(new Verdict.Refused(Refusal.NO_REPRESENTATION));
  }

  @Test
  void aChildComesOfAge() {
    Representation guardian = Relations.of(GUARDIAN_OF_MINOR);
    LocalDate birthday = LocalDate.parse("2034-05-02");
    assertThat(CheckRules.verdict(List.of(guardian), CHILD, SOCIAL, birthday.minusDays(1)))
        .isEqualTo(new Verdict.Given(guardian));
    assertThat(CheckRules.verdict(List.of(guardian), CHILD, SOCIAL, birthday))
        .isEqualTo(new Verdict.Refused(Refusal.CHILD_OF_AGE));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GUARDIAN_OF_MINOR")
  void theLastDayStillCounts(RepresentationRole role) {
    Representation last = until(Relations.of(role), TODAY);
    given(ADULT, last, last);
    refused(Refusal.MANDATE_EXPIRED, ADULT, until(Relations.of(role), YESTERDAY));
  }

  @Test
  void custodyThatEndedEarlyIsNobodysToKnow() {
    refused(Refusal.NO_REPRESENTATION, CHILD, until(Relations.of(GUARDIAN_OF_MINOR), YESTERDAY));
  }

  @Test
  void aMandateCoversItsMatters() {
    Representation health = about(Relations.of(MANDATE), RepresentationMatter.HEALTH_CARE);
    Representation money = about(Relations.of(LEGAL_GUARDIAN), RepresentationMatter.OTHER);
    refused(Refusal.MANDATE_OTHER_MATTER, ADULT, health);
    refused(Refusal.MANDATE_OTHER_MATTER, ADULT, money);
    assertThat(CheckRules.verdict(List.of(health), ADULT, Representatives.ANY, TODAY))
        .isEqualTo(new Verdict.Given(health));
    assertThat(CheckRules.verdict(List.of(money), ADULT, Representatives.ANY, TODAY))
        .isEqualTo(new Verdict.Refused(Refusal.MANDATE_OTHER_MATTER));
  }

  @Test
  void oneOfManyIsEnoughInAnyOrder() {
    Representation good = Relations.of(CONTINUING_POWER);
    Representation grown = Relations.of(GUARDIAN_OF_MINOR);
    Representation over = until(Relations.of(MANDATE), YESTERDAY);
    given(ADULT, good, good, grown, over);
    given(ADULT, good, over, grown, good);
    refused(Refusal.CHILD_OF_AGE, ADULT, over, grown);
    refused(Refusal.CHILD_OF_AGE, ADULT, grown, over);
    refused(Refusal.MANDATE_EXPIRED, ADULT, ended(good), over);
  }
}
