package fi.lupa.authorization.organisation;

import static fi.lupa.contracts.OrganisationStatus.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.OrganisationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JointJoiningRulesTest {
  @ParameterizedTest
  @CsvSource({
    "JOINED,     JOINED,     JOINED",
    "JOINED,     SUSPENDED,  SUSPENDED",
    "JOINED,     LEFT,       SUSPENDED",
    "JOINED,     REGISTERED, REGISTERED",
    "REGISTERED, JOINED,     REGISTERED",
    "REGISTERED, SUSPENDED,  REGISTERED",
    "SUSPENDED,  JOINED,     SUSPENDED",
    "LEFT,       SUSPENDED,  LEFT",
  })
  void aCoJoinerIsJoinedOnlyWhileItsMainJoinerIs(
      OrganisationStatus stated, OrganisationStatus main, OrganisationStatus holds) {
    assertThat(JointJoiningRules.effective(stated, main)).isEqualTo(holds);
  }

  @ParameterizedTest
  @EnumSource
  void withoutMainJoinerWhatIsStatedHolds(OrganisationStatus stated) {
    assertThat(JointJoiningRules.effective(stated, null)).isEqualTo(stated);
  }

  @Test
  void noneIsJoinedWithoutBoth() {
    for (OrganisationStatus stated : OrganisationStatus.values()) {
      for (OrganisationStatus main : OrganisationStatus.values()) {
        assertThat(JointJoiningRules.effective(stated, main) == JOINED)
            .isEqualTo(stated == JOINED && main == JOINED);
      }
    }
  }
}
