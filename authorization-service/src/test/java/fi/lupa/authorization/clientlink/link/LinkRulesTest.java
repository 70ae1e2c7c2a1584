package fi.lupa.authorization.clientlink.link;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRulesTest {
  private static final Oid COUNTY = new Oid("1.2.246.10.91000005.10.0");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.246.10.91000005.22.2026.7",
        "1.2.246.10.91000005.22.2026.1.7",
        "1.2.246.10.91000005.10.0.22.2026.7",
        "1.2.246.10.91000005.10.17.22.1999.7",
      })
  void theArcsOfAnOrganisationNameItAsTheGiver(String temporaryId) {
    assertThat(LinkRules.isGivenBy(new Oid(temporaryId), COUNTY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // another organisation's, also one whose number begins alike
        "1.2.246.10.92000007.22.2026.7",
        "1.2.246.10.9100000.22.2026.7",
        "1.2.246.10.910000050.22.2026.7",
        "1.2.246.10.92000007.10.0.22.2026.7",
        // the organisation's own, but no temporary identifier: a unit, a document, a year that
        // isn't one
        "1.2.246.10.91000005.10.22",
        "1.2.246.10.91000005.14011.2026.7",
        "1.2.246.10.91000005.22.7",
        "1.2.246.10.91000005.22.2026",
        "1.2.246.10.91000005.22.1026.7",
        "1.2.246.10.91000005.19.0.22.2026.7",
        "1.2.246.10.91000005.10.1.2.22.2026.7",
        // another root
        "1.2.246.11.91000005.22.2026.7",
        "1.2.246.21.91000005.22.2026.7",
        "2.2.246.10.91000005.22.2026.7",
      })
  void everythingElseIsNotItsOwn(String temporaryId) {
    assertThat(LinkRules.isGivenBy(new Oid(temporaryId), COUNTY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.246.10", "1.2.246.10.91000005", "1.2.3", "1.2.246.537.91000005.10"})
  void whoHasNoArcOfItsOwnGaveNone(String organisation) {
    assertThat(LinkRules.isGivenBy(new Oid("1.2.246.10.91000005.22.2026.7"), new Oid(organisation)))
        .isFalse();
  }
}
