package fi.lupa.consent.permit.give;

import static fi.lupa.consent.permit.give.Decision.GIVEN;
import static fi.lupa.consent.permit.give.Decision.REFUSED;
import static fi.lupa.contracts.PermitKind.HEALTH_TO_SOCIAL;
import static fi.lupa.contracts.PermitKind.SOCIAL_CARE;
import static fi.lupa.contracts.PermitKind.SOCIAL_TO_HEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.permit.Recipient;
import fi.lupa.consent.permit.Target;
import fi.lupa.consent.permit.give.GiveRules.Refusal;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GiveRulesTest {
  private static final ClientId CLIENT = new IdentityCode("020516C903K");
  private static final ClientId TEMPORARY =
      new TemporaryId(new Oid("1.2.246.10.91000005.22.2026.1"));
  private static final List<Target> NONE = List.of();
  private static final List<Target> SOME = List.of(target(null, null));

  @Test
  void insideSocialCareItIsOneAnswerToEverything() {
    assertThat(refusal(CLIENT, true, SOCIAL_CARE, GIVEN, NONE)).isEmpty();
    assertThat(refusal(CLIENT, true, SOCIAL_CARE, REFUSED, NONE)).isEmpty();
    assertThat(refusal(CLIENT, true, SOCIAL_CARE, GIVEN, SOME)).contains(Refusal.TARGETS_FORBIDDEN);
    assertThat(refusal(CLIENT, true, SOCIAL_CARE, REFUSED, SOME))
        .contains(Refusal.TARGETS_FORBIDDEN);
  }

  @Test
  void toHealthCareItIsSpecified() {
    assertThat(refusal(CLIENT, true, SOCIAL_TO_HEALTH, GIVEN, SOME)).isEmpty();
    assertThat(refusal(CLIENT, true, SOCIAL_TO_HEALTH, GIVEN, NONE))
        .contains(Refusal.TARGETS_REQUIRED);
  }

  @Test
  void fromHealthCareItIsSpecified() {
    assertThat(refusal(CLIENT, true, HEALTH_TO_SOCIAL, GIVEN, SOME)).isEmpty();
    assertThat(refusal(CLIENT, true, HEALTH_TO_SOCIAL, GIVEN, NONE))
        .contains(Refusal.TARGETS_REQUIRED);
    assertThat(refusal(CLIENT, true, HEALTH_TO_SOCIAL, REFUSED, SOME))
        .contains(Refusal.TARGETS_FORBIDDEN);
  }

  @Test
  void aRefusalHasNothingToSpecify() {
    assertThat(refusal(CLIENT, true, SOCIAL_TO_HEALTH, REFUSED, NONE)).isEmpty();
    assertThat(refusal(CLIENT, true, SOCIAL_TO_HEALTH, REFUSED, SOME))
        .contains(Refusal.TARGETS_FORBIDDEN);
  }

  @Test
  void informingComesFirst() {
    assertThat(refusal(CLIENT, false, SOCIAL_CARE, GIVEN, NONE)).contains(Refusal.NOT_INFORMED);
    assertThat(refusal(CLIENT, false, SOCIAL_CARE, REFUSED, NONE)).contains(Refusal.NOT_INFORMED);
  }

  @Test
  void aTemporaryIdentifierIsNotEnough() {
    assertThat(refusal(TEMPORARY, true, SOCIAL_CARE, GIVEN, NONE))
        .contains(Refusal.TEMPORARY_ID_NO_PERMIT);
    assertThat(refusal(TEMPORARY, false, SOCIAL_TO_HEALTH, GIVEN, NONE))
        .contains(Refusal.TEMPORARY_ID_NO_PERMIT);
  }

  @Test
  void aPeriodMayBeOneDayOrOpenButNotBackwards() {
    LocalDate day = LocalDate.of(2024, 2, 29);

    assertThat(
            GiveRules.violations(
                List.of(
                    target(day, day),
                    target(day, null),
                    target(null, day),
                    target(null, null),
                    target(day, day.minusDays(1)))))
        .containsExactly(new Violation("/targets/4/recordedTo", "is before recordedFrom"));
  }

  private static Optional<Refusal> refusal(
      ClientId client, boolean informed, PermitKind kind, Decision decision, List<Target> targets) {
    return GiveRules.refusal(client, informed, new Answer(kind, decision, "2024-1", targets));
  }

  private static Target target(LocalDate from, LocalDate to) {
    return new Target(
        new Recipient(RecipientType.PUBLIC_HEALTH_CARE, null),
        Set.of(ServiceTask.FAMILIES),
        from,
        to,
        Set.of());
  }
}
