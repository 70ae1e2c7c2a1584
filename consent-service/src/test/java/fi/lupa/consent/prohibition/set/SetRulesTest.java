package fi.lupa.consent.prohibition.set;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.Represented;
import fi.lupa.consent.prohibition.set.SetRules.Refusal;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetRulesTest {
  private static final IdentityCode CLIENT = new IdentityCode("020516C903K");
  private static final TemporaryId TEMPORARY =
      new TemporaryId(new Oid("1.2.246.10.91000005.22.2026.1"));

  private static final ClientRef REF = new ClientRef(new UUID(1, 2));
  private static final Origin SELF = new Origin.ByCitizen(REF, null);

  private static Origin by(RepresentationRole role) {
    return new Origin.ByCitizen(REF, new Represented(role, new ClientRef(new UUID(3, 4))));
  }

  @ParameterizedTest
  @EnumSource
  void theLawKnowsThreeTargets(Asked.Kind kind) {
    Optional<Refusal> impossible = SetRules.impossible(kind, SELF);
    boolean known =
        Arrays.stream(ProhibitionTarget.values()).anyMatch(one -> one.name().equals(kind.name()));
    assertThat(impossible.isEmpty()).isEqualTo(known);
    impossible.ifPresent(
        refusal -> assertThat(refusal.name()).startsWith("CANNOT_PROHIBIT_").isNotEmpty());
  }

  @Test
  void nobodyProhibitsForAChildInTheCitizensChannel() {
    assertThat(SetRules.impossible(Asked.Kind.CONTROLLER, by(RepresentationRole.GUARDIAN_OF_MINOR)))
        .contains(Refusal.GUARDIAN_CANNOT_PROHIBIT);
    assertThat(SetRules.impossible(Asked.Kind.PERIOD, by(RepresentationRole.GUARDIAN_OF_MINOR)))
        .contains(Refusal.GUARDIAN_CANNOT_PROHIBIT);
    for (RepresentationRole role :
        EnumSet.complementOf(EnumSet.of(RepresentationRole.GUARDIAN_OF_MINOR))) {
      assertThat(SetRules.impossible(Asked.Kind.CONTROLLER, by(role))).isEmpty();
    }
  }

  @Test
  void anInformedPersonMayProhibit() {
    assertThat(SetRules.refusal(CLIENT, true)).isEmpty();
  }

  @Test
  void informingComesFirst() {
    assertThat(SetRules.refusal(CLIENT, false)).contains(Refusal.NOT_INFORMED);
  }

  @Test
  void aTemporaryIdentifierIsNotEnough() {
    assertThat(SetRules.refusal(TEMPORARY, true)).contains(Refusal.TEMPORARY_ID_NO_PERMIT);
    assertThat(SetRules.refusal(TEMPORARY, false)).contains(Refusal.TEMPORARY_ID_NO_PERMIT);
  }
}
