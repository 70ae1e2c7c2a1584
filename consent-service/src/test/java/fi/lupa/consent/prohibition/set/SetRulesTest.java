package fi.lupa.consent.prohibition.set;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.prohibition.set.SetRules.Refusal;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import org.junit.jupiter.api.Test;

class SetRulesTest {
  private static final IdentityCode CLIENT = new IdentityCode("020516C903K");
  private static final TemporaryId TEMPORARY =
      new TemporaryId(new Oid("1.2.246.10.91000005.22.2026.1"));

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
