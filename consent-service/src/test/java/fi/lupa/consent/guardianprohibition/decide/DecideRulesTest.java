package fi.lupa.consent.guardianprohibition.decide;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.guardianprohibition.decide.DecideRules.Refusal;
import fi.lupa.platform.client.IdentityCode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DecideRulesTest {
  private static final IdentityCode CLIENT = new IdentityCode("020516C903K".replace('C', 'A'));

  @Test
  void aPersonIsAMinorUntilTheDayBeforeThe18thBirthday() {
    LocalDate birthday = CLIENT.born().plusYears(18);
    assertThat(DecideRules.refusal(CLIENT, birthday.minusDays(1))).isEmpty();
    assertThat(DecideRules.refusal(CLIENT, birthday)).contains(Refusal.CLIENT_NOT_MINOR);
  }
}
