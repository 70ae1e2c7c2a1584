package fi.lupa.authorization.relationship.derive;

import static fi.lupa.authorization.relationship.derive.DerivationRules.derive;
import static fi.lupa.authorization.relationship.derive.Documents.NOW;
import static fi.lupa.authorization.relationship.derive.Documents.apart;
import static fi.lupa.authorization.relationship.derive.Documents.block;
import static fi.lupa.authorization.relationship.derive.Documents.document;
import static fi.lupa.authorization.relationship.derive.Documents.endingOn;
import static fi.lupa.authorization.relationship.derive.Documents.followed;
import static fi.lupa.authorization.relationship.derive.Documents.repeated;
import static fi.lupa.authorization.relationship.derive.Documents.right;
import static fi.lupa.authorization.relationship.derive.Documents.terms;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.relationship.derive.Derived.Amend;
import fi.lupa.authorization.relationship.derive.Derived.End;
import fi.lupa.authorization.relationship.derive.Derived.Grant;
import fi.lupa.authorization.relationship.derive.Derived.Refused;
import fi.lupa.authorization.relationship.derive.Derived.Same;
import fi.lupa.authorization.relationship.document.Block;
import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationRulesTest {
  private static final String TODAY = "2026-11-22";
  private static final LocalDate DAY = LocalDate.parse(TODAY);

  private final UsageRight right = right(1, "2026-11-01", null);

  @Test
  void aNewBlockIsAGrantWithBothPowers() {
    assertThat(derive(document(block("2026-11-01", "2027-05-31", "85")), apart()))
        .singleElement()
        .isInstanceOfSatisfying(
            Grant.class,
            grant -> {
              assertThat(grant.task()).isEqualTo(ServiceTask.OLDER_PEOPLE);
              assertThat(grant.producer()).isEqualTo(Rights.PRODUCER);
              assertThat(grant.terms().socialServices()).containsExactly("85");
              assertThat(grant.terms().end()).isEqualTo("2027-05-31");
              assertThat(grant.terms().powers())
                  .containsExactlyInAnyOrder(RightPower.READ, RightPower.WRITE);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {TODAY, "2026-11-21", "2020-01-01"})
  void aNewBlockThatIsOverIsNothing(String end) {
    assertThat(derive(document(block("2019-01-01", end)), apart()))
        .containsExactly(new Same("/block/2019-01-01", null));
  }

  @Test
  void theSameBlockChangesNothing() {
    assertThat(derive(document(block("2026-11-01", null)), followed(right)))
        .containsExactly(new Same("/block/2026-11-01", right));
  }

  @Test
  void aChangedBlockAmendsAndKeepsWhatADocumentDoesntSay() {
    assertThat(derive(document(block("2026-11-01", "2027-01-31", "85")), followed(right)))
        .containsExactly(
            new Amend("/block/2026-11-01", right, terms(right, "2026-11-01", "2027-01-31", "85")));
  }

  @Test
  void anEndToComeIsTheLastDay() {
    assertThat(derive(document(block("2026-11-01", "2027-01-31")), followed(right)))
        .containsExactly(new End("/block/2026-11-01", right, LocalDate.parse("2027-01-31")));
  }

  @ParameterizedTest
  @ValueSource(strings = {TODAY, "2026-11-05"})
  void anEndThatHasComeEndsAtOnce(String end) {
    assertThat(derive(document(block("2026-11-01", end)), followed(right)))
        .containsExactly(new End("/block/2026-11-01", right, null));
  }

  @Test
  void aLastDayThatWasSetBeforeIsLastedThrough() {
    UsageRight ending = right(1, "2026-11-01", TODAY);
    assertThat(derive(document(block("2026-11-01", TODAY)), followed(ending)))
        .containsExactly(new Same("/block/2026-11-01", ending));
  }

  @Test
  void aLaterEndLengthens() {
    UsageRight ending = right(1, "2026-11-01", "2026-12-31");
    assertThat(derive(document(block("2026-11-01", null)), followed(ending)))
        .containsExactly(new Amend("/block/2026-11-01", ending, terms(ending, "2026-11-01", null)));
  }

  @Test
  void aRightThatNoBlockTellsOfAnyMoreEnds() {
    assertThat(derive(document(), followed(right))).containsExactly(new End(null, right, null));
  }

  @Test
  void aRightThatNoDocumentToldOfStays() {
    assertThat(derive(document(), apart(right))).isEmpty();
  }

  @Test
  void aRightGrantedOtherwiseIsTheBlocks() {
    assertThat(derive(document(block("2026-10-15", null)), apart(right)))
        .containsExactly(new Same("/block/2026-10-15", right));
    assertThat(derive(document(block("2026-10-15", null, "85")), apart(right)))
        .containsExactly(
            new Amend("/block/2026-10-15", right, terms(right, "2026-11-01", null, "85")));
  }

  @Test
  void aStartToComeMayMove() {
    UsageRight later = right(1, "2026-12-01", null);
    assertThat(derive(document(block("2026-12-15", null)), followed(later)))
        .containsExactly(new Amend("/block/2026-12-15", later, terms(later, "2026-12-15", null)));
  }

  @Test
  void whatHasBegunIsNotABlockThatBeginsLater() {
    assertThat(derive(document(block("2027-01-01", null)), followed(right)))
        .satisfiesExactly(
            grant -> assertThat(grant).isInstanceOf(Grant.class),
            end -> assertThat(end).isEqualTo(new End(null, right, null)));
  }

  @Test
  void aUnitThatComesBackHasANewBlockBesideTheOld() {
    UsageRight over = right(1, "2026-06-01", "2026-08-31");
    assertThat(
            derive(
                document(block("2026-06-01", "2026-08-31"), block("2026-11-20", null)),
                followed(over)))
        .satisfiesExactly(
            old -> assertThat(old).isEqualTo(new Same("/block/2026-06-01", null)),
            back -> assertThat(back).isInstanceOf(Grant.class));
  }

  @Test
  void eachOfTwoRightsGoesWithItsOwnBlock() {
    UsageRight first = right(1, "2026-11-01", "2026-11-30");
    UsageRight second = right(2, "2026-12-01", null);
    assertThat(
            derive(
                document(block("2026-12-01", "2027-01-31"), block("2026-11-01", "2026-11-30")),
                followed(first, second)))
        .containsExactly(
            new End("/block/2026-12-01", second, LocalDate.parse("2027-01-31")),
            new Same("/block/2026-11-01", first));
  }

  @Test
  void anAmendmentThatWouldMeetAnotherRightIsRefused() {
    UsageRight first = right(1, "2026-11-01", "2026-11-30");
    UsageRight second = right(2, "2026-12-01", null);
    assertThat(
            derive(
                document(block("2026-11-01", "2026-12-01"), block("2026-12-01", null)),
                followed(first, second)))
        .containsExactly(
            new Refused("/block/2026-11-01", "RIGHT_OVERLAPS", first),
            new Same("/block/2026-12-01", second));
    assertThat(derive(document(block("2026-11-01", "2026-12-01")), followed(first, second)))
        .as("the other one ends")
        .hasAtLeastOneElementOfType(Amend.class)
        .contains(new End(null, second, null));
  }

  @ParameterizedTest
  @EnumSource(
      value = RightEndReason.class,
      names = {"CONTRACT_ENDED", "GRANTED_IN_ERROR", "OTHER"})
  void whatWasEndedForAReasonOfItsOwnIsNotBroughtBack(RightEndReason reason) {
    UsageRight ended = right.endedAt(NOW.minusSeconds(60), reason);
    assertThat(derive(document(block("2026-11-01", null)), followed(ended)))
        .containsExactly(new Refused("/block/2026-11-01", "RIGHT_ALREADY_ENDED", ended));
    assertThat(derive(document(block("2026-11-01", TODAY)), followed(ended)))
        .containsExactly(new Same("/block/2026-11-01", null));
    assertThat(derive(document(block("2026-11-23", null)), followed(ended)))
        .as("a new relationship")
        .hasOnlyElementsOfType(Grant.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = RightEndReason.class,
      names = {"RELATIONSHIP_ENDED", "END_DATE", "PRODUCER_NOT_READY", "ORGANISER_NOT_READY"})
  void whatEndedOtherwiseIsGrantedAnewWhenTheBlockGoesOn(RightEndReason reason) {
    UsageRight ended = right.endedAt(NOW.minusSeconds(60), reason);
    assertThat(derive(document(block("2026-11-01", null)), followed(ended)))
        .hasOnlyElementsOfType(Grant.class);
  }

  @Test
  void aLastDayThatWasSetForAReasonOfItsOwnIsNotPutOff() {
    UsageRight ending =
        right.endingOn(LocalDate.parse("2026-12-31"), RightEndReason.CONTRACT_ENDED);
    assertThat(derive(document(block("2026-11-01", null)), followed(ending)))
        .containsExactly(new Same("/block/2026-11-01", ending));
    assertThat(derive(document(block("2026-11-01", null, "85")), followed(ending)))
        .containsExactly(
            new Amend(
                "/block/2026-11-01", ending, terms(ending, "2026-11-01", "2026-12-31", "85")));
    assertThat(derive(document(block("2026-11-01", "2026-12-01")), followed(ending)))
        .containsExactly(new End("/block/2026-11-01", ending, LocalDate.parse("2026-12-01")));
  }

  @Test
  void aUnitNobodyHasIsRefused() {
    Block.Producer unknown =
        new Block.Producer(
            "/block",
            ServiceTask.OLDER_PEOPLE,
            Rights.ORGANISER,
            block("2026-11-01", null).services(),
            DAY,
            null,
            block("2026-11-01", null).parts());
    assertThat(derive(document(unknown), apart()))
        .containsExactly(new Refused("/block/palveluyksikon_nimi", "UNIT_UNKNOWN", null));
  }

  @Test
  void aBlockThatCannotBeReadKeepsWhatItMayTellOf() {
    Block unclear = new Block.Unclear("/x", "TASK_CODE_UNKNOWN", null, Rights.UNIT);
    assertThat(derive(document(unclear), followed(right)))
        .containsExactly(new Refused("/x", "TASK_CODE_UNKNOWN", null));
    Block ofOtherTask = new Block.Unclear("/x", "DAY_NOT_VALID", ServiceTask.FAMILIES, Rights.UNIT);
    assertThat(derive(document(ofOtherTask), followed(right)))
        .containsExactly(new Refused("/x", "DAY_NOT_VALID", null), new End(null, right, null));
    assertThat(derive(document(new Block.Past("/x")), followed(right)))
        .containsExactly(new Same("/x", null), new End(null, right, null));
  }

  @Test
  void noRightOutlivesTheRelationship() {
    UsageRight later = right(2, "2027-03-01", null);
    assertThat(derive(endingOn("2027-01-31"), apart(right, later)))
        .containsExactly(
            new End(null, right, LocalDate.parse("2027-01-31")), new End(null, later, null));
    assertThat(derive(endingOn(TODAY), apart(right))).containsExactly(new End(null, right, null));
    UsageRight earlier = right(3, "2026-11-01", "2026-12-31");
    assertThat(derive(endingOn("2027-01-31"), apart(earlier))).isEmpty();
  }

  @Test
  void aRepetitionOnlyTriesWhatHasNoRight() {
    assertThat(
            derive(
                document(block("2026-11-01", TODAY, "85"), block("2027-01-01", null)),
                repeated(right, right(2, "2026-12-01", "2026-12-31"))))
        .satisfiesExactly(
            same -> assertThat(same).isEqualTo(new Same("/block/2026-11-01", right)),
            matched -> assertThat(matched).isInstanceOf(Same.class));
    assertThat(derive(document(block("2026-11-01", null)), repeated()))
        .hasOnlyElementsOfType(Grant.class);
    assertThat(derive(document(), repeated(right))).isEmpty();
    UsageRight ended = right.endedAt(NOW, RightEndReason.RELATIONSHIP_ENDED);
    assertThat(derive(document(block("2026-11-01", null)), repeated(ended)))
        .containsExactly(new Same("/block/2026-11-01", ended));
  }
}
