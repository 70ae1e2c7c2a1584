package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each rulebook asks for, where they differ and where not (facts 0b). */
class RulebooksTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final ClientRef CLIENT = new ClientRef(new UUID(1, 1));
  private static final Oid NORTH = Oids.organisation(51_000_001);
  private static final Oid SOUTH = Oids.organisation(51_000_002);
  private static final Oid HOSPITAL = Oids.organisation(51_000_003);
  private static final Role WIDE = TestRoles.role("WIDE_RESPONSIBILITY");

  private static final Given.Fact INFORMED = Given.informed(CLIENT);
  private static final Given.Fact PERMIT = Given.permit(CLIENT, "SOCIAL_CARE");

  private static Facts facts(Given.Fact... more) {
    return Facts.of(
        Stream.concat(
                Stream.of(
                    Given.organisation(NORTH, "SOCIAL", "PUBLIC"),
                    Given.organisation(SOUTH, "SOCIAL", "PUBLIC"),
                    Given.organisation(HOSPITAL, "HEALTH", "PUBLIC"),
                    Given.right(CLIENT, SOUTH, NORTH)),
                Stream.of(more))
            .map(Given.Fact::event)
            .toList());
  }

  private static Inquiry asks(Oid who, Ground ground, boolean temporary) {
    return new Inquiry(
        Basis.DISCLOSURE,
        who,
        Oids.unit(who, 1),
        null,
        temporary,
        who.equals(HOSPITAL) ? Relationship.CARE_RELATIONSHIP : Relationship.CLIENT_RELATIONSHIP,
        Set.of(),
        Set.of(),
        Sector.SOCIAL,
        who.equals(HOSPITAL) ? TestRoles.role("HEALTH_WIDE") : WIDE,
        new Stated(
            ground,
            false,
            true,
            true,
            true,
            new ProtectionNeed(
                ProtectionNeed.Reason.CHILDS_INTEREST, ProtectionNeed.NoPermit.PROHIBITED, false)),
        NOW);
  }

  private static String outcome(Rulebook rulebook, Inquiry inquiry, Facts facts) {
    return switch (rulebook.decide(inquiry, facts)) {
      case Verdict.Denied denied -> denied.rule().code();
      case Verdict.Allowed allowed -> String.join(" ", allowed.legalReferences());
    };
  }

  @ParameterizedTest
  @CsvSource({"DRAFT_2020, DRAFT_2020", "ACT_784_2021, NO_PERMIT", "ACT_703_2023, NO_PERMIT"})
  void insideSocialCareToBeInformedWasEnoughInTheDraft(Rulebook rulebook, String outcome) {
    assertThat(outcome(rulebook, asks(SOUTH, Ground.PERMIT, false), facts(INFORMED)))
        .isEqualTo(outcome);
    assertThat(outcome(rulebook, asks(SOUTH, Ground.PERMIT, false), facts(PERMIT)))
        .isEqualTo("NOT_INFORMED");
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT_2020, DRAFT_2020",
    "ACT_784_2021, ACT_784_2021_S21",
    "ACT_703_2023, ACT_703_2023_S55_1 ACT_703_2023_S57"
  })
  void eachCitesItsOwnLaw(Rulebook rulebook, String law) {
    assertThat(outcome(rulebook, asks(SOUTH, Ground.PERMIT, false), facts(INFORMED, PERMIT)))
        .isEqualTo(law);
  }

  @ParameterizedTest
  @EnumSource
  void healthCareNeedsTheClientsWordInEach(Rulebook rulebook) {
    assertThat(outcome(rulebook, asks(HOSPITAL, Ground.PERMIT, false), facts(INFORMED, PERMIT)))
        .isEqualTo("NO_CROSS_PERMIT");
  }

  @ParameterizedTest
  @EnumSource
  void aProhibitionIsObeyedInEach(Rulebook rulebook) {
    Doc document = document("1506.15003");
    for (Given.Fact prohibition :
        List.of(
            Given.prohibition(CLIENT, "CONTROLLER", "controller", NORTH),
            Given.prohibition(CLIENT, "SERVICE_TASK", "serviceTask", "OLDER_PEOPLE"),
            Given.prohibition(CLIENT, "DOCUMENT", "document", document.documentOid()))) {
      Verdict verdict =
          rulebook.decide(asks(SOUTH, Ground.PERMIT, false), facts(INFORMED, PERMIT, prohibition));
      assertThat(((Verdict.Allowed) verdict).documentRules().judge(document))
          .isInstanceOf(DocumentVerdict.Withheld.class);
    }
  }

  private static Doc document(String type) {
    return new Doc(
        Oids.document(), NORTH, type, Set.of(ServiceTask.OLDER_PEOPLE), Set.of(), NOW, false, null);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT_2020, STATUTORY_AUTHORITY, STATUTORY_GROUND_INVALID",
    "DRAFT_2020, INCAPACITY, STATUTORY_GROUND_INVALID",
    "DRAFT_2020, PROTECTION, STATUTORY_GROUND_INVALID",
    "ACT_784_2021, STATUTORY_AUTHORITY, ACT_784_2021_S21 ACT_784_2021_S18_6 ACT_812_2000_S20",
    "ACT_784_2021, INCAPACITY, ACT_784_2021_S21 ACT_784_2021_S18_6",
    "ACT_784_2021, PROTECTION, ACT_784_2021_S21 ACT_784_2021_S18_6"
  })
  void formerLawHasTheStatutoryGroundsThatTheSheetGives(
      Rulebook rulebook, Ground ground, String outcome) {
    assertThat(outcome(rulebook, asks(SOUTH, ground, true), facts())).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"INCAPACITY", "PROTECTION", "JOINT_SERVICE"})
  void toHealthCareFormerLawHasConsentAlone(Ground ground) {
    for (Rulebook rulebook : List.of(Rulebook.DRAFT_2020, Rulebook.ACT_784_2021)) {
      assertThat(outcome(rulebook, asks(HOSPITAL, ground, true), facts()))
          .isEqualTo("STATUTORY_GROUND_INVALID");
    }
  }

  @Test
  void aRightIsNoDisclosureInAny() {
    for (Rulebook rulebook : Rulebook.values()) {
      Inquiry use =
          new Inquiry(
              Basis.REGISTER_USAGE_RIGHT,
              NORTH,
              Oids.unit(NORTH, 1),
              SOUTH,
              true,
              null,
              Set.of(),
              Set.of(),
              Sector.SOCIAL,
              WIDE,
              Stated.NOTHING,
              NOW);
      assertThat(rulebook.decide(use, facts())).isInstanceOf(Verdict.Allowed.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleAndEveryWayHasALaw(Rulebook rulebook) {
    for (Rule rule : Rule.values()) {
      assertThat(rulebook.law(rule)).isNotEmpty().doesNotHaveDuplicates();
    }
    for (Way way : Way.values()) {
      assertThat(rulebook.law(way)).isNotEmpty().doesNotHaveDuplicates();
    }
  }
}
