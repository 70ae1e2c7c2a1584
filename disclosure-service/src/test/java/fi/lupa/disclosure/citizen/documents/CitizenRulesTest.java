package fi.lupa.disclosure.citizen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.SpecialCategory;
import fi.lupa.disclosure.document.OwnDocument;
import fi.lupa.disclosure.document.Phase;
import fi.lupa.disclosure.document.ShowToClient;
import fi.lupa.disclosure.document.ShowToClient.When;
import fi.lupa.disclosure.support.Documents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of facts 10.6 that concern the citizen's own view. */
class CitizenRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final HiddenKinds HIDDEN = new HiddenKinds();

  private static OwnDocument own(
      String type, @Nullable SpecialCategory category, ShowToClient show, boolean shared) {
    return new OwnDocument(Documents.shown(type, Phase.PHASE_2, category, show), shared);
  }

  @ParameterizedTest(name = "{0} {1}: {4}")
  @CsvSource({
    "1506.15003, , YES, , ",
    "1506.15003, , DELAYED, 2026-11-22, ",
    "1506.15003, , DELAYED, 2026-11-23, DELAYED_UNTIL",
    "1506.15003, , NO, , LIMITED_BY_PROFESSIONAL",
    "1506.15019, , YES, , TYPE_NOT_SHOWN",
    "1506.1011, , YES, , TYPE_NOT_SHOWN",
    "1506.9001, , YES, , TYPE_NOT_SHOWN",
    "1506.9999, , YES, , TYPE_NOT_SHOWN",
    "1506.19001, , YES, , ",
    "1506.12015, , YES, , TYPE_NOT_SHOWN",
    "1506.12001, , YES, , ",
    "1506.15003, SHELTER, YES, , TYPE_NOT_SHOWN",
    "1506.15003, MEDIATION, YES, , ",
    "1506.15003, THERAPEUTIC_WORK, YES, , ",
    "1506.15019, , NO, , TYPE_NOT_SHOWN",
    "1505.1, , YES, , "
  })
  void aDocument(
      String type,
      @Nullable SpecialCategory category,
      When when,
      @Nullable LocalDate until,
      CitizenRules.@Nullable Withheld expected) {
    ShowToClient show = new ShowToClient(when, until, when == When.NO ? "RISK_TO_HEALTH" : null);
    assertThat(CitizenRules.withheld(own(type, category, show, false), HIDDEN, TODAY))
        .isEqualTo(java.util.Optional.ofNullable(expected));
  }

  @Test
  void whatOthersAreInIsWithheld() {
    assertThat(
            CitizenRules.withheld(own("1506.15003", null, ShowToClient.YES, true), HIDDEN, TODAY))
        .contains(CitizenRules.Withheld.THIRD_PARTY_DATA);
  }

  @Test
  void anAdultMustHaveBeenInformedAndAMinorNot() {
    LocalDate adult = TODAY.minusYears(18);
    assertThat(mustFirstBeInformed(adult, informed(0), "2026-1")).isTrue();
    assertThat(mustFirstBeInformed(adult, informed(1), "2026-1")).isFalse();
    assertThat(mustFirstBeInformed(adult.plusDays(1), informed(0), "2026-1")).isFalse();
  }

  @Test
  void anInformingOfAnEarlierTextIsNotEnough() {
    assertThat(mustFirstBeInformed(TODAY.minusYears(18), informed(1), "2027-1")).isTrue();
    assertThat(mustFirstBeInformed(TODAY.minusYears(17), informed(1), "2027-1")).isFalse();
  }

  private static boolean mustFirstBeInformed(LocalDate born, Facts facts, String text) {
    return CitizenRules.mustFirstBeInformed(born, facts, text, TODAY);
  }

  private static Facts informed(int times) {
    InformingRecorded one =
        new InformingRecorded(
            new UUID(1, 1),
            1,
            new ClientRef(new UUID(1, 2)),
            "2026-1",
            "fi",
            Channel.CITIZEN,
            null,
            Instant.parse("2026-01-02T10:00:00Z"),
            null);
    return Facts.of(times == 0 ? List.of() : List.of(one));
  }
}
