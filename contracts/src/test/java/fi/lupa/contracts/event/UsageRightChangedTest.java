package fi.lupa.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ContractFiles;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.event.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What a right that doesn't say means, and what a reference must never be. */
class UsageRightChangedTest {
  private static final String TYPE = "fi.lupa.authorization.usage-right-changed.v1.";

  @Test
  void anEventFromBeforePowersAllowsBothAndNamesNobody() {
    UsageRightChanged old = right("1");
    assertThat(old.powers()).isNull();
    assertThat(RightPower.values()).allMatch(old::allows);
    assertThat(old.subcontractorsOrNone()).isEmpty();
  }

  @Test
  void powersAllowOnlyThemselves() {
    UsageRightChanged amended = right("5");
    assertThat(amended.allows(RightPower.READ)).isTrue();
    assertThat(amended.allows(RightPower.WRITE)).isFalse();
    assertThat(right("4").subcontractorsOrNone()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"020516C903K", "131052-308T", "1310523088", "Maija Meikäläinen", "", " x", "a b"})
  void aReferenceIsNeitherAPersonsCodeNorAText(String reference) {
    ObjectNode broken = (ObjectNode) sample("4").data().deepCopy();
    ((ObjectNode) broken.path("purchase")).put("contract", reference);
    assertThat(Schemas.errors(EventType.USAGE_RIGHT_CHANGED, broken)).isNotEmpty();
  }

  private static UsageRightChanged right(String number) {
    return ContractFiles.JSON.treeToValue(sample(number).data(), UsageRightChanged.class);
  }

  private static Sample sample(String number) {
    return Samples.all().stream()
        .filter(one -> one.name().equals(TYPE + number + ".json"))
        .findFirst()
        .orElseThrow();
  }
}
