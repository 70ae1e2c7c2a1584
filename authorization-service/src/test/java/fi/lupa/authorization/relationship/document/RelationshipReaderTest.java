package fi.lupa.authorization.relationship.document;

import static fi.lupa.authorization.support.RelationshipDocuments.block;
import static fi.lupa.authorization.support.RelationshipDocuments.document;
import static fi.lupa.authorization.support.RelationshipDocuments.root;
import static fi.lupa.authorization.support.RelationshipDocuments.task;
import static fi.lupa.authorization.support.RelationshipDocuments.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.relationship.document.Block.Part.Implementer;
import fi.lupa.authorization.support.Calls;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class RelationshipReaderTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final String PERSON = "020516C903K";
  private static final String ORGANISER = "1.2.246.10.91000005.10.1";
  private static final String UNIT = "1.2.246.10.93000009.10.1";
  private static final String OTHER_UNIT = "1.2.246.10.95000000.10.1";
  private static final String FIRST =
      "/document/asiakkuusasiakirja/sosiaalihuollon_palvelutehtava/0/palveluntuottaja/0";

  private final RelationshipReader reader = new RelationshipReader();

  @Test
  void aBlockTellsTaskUnitServicesDaysAndSubcontractors() {
    ObjectNode producer =
        with(
            block(UNIT, "2026-11-01", "2027-05-31", "85", "93", "85"),
            block(OTHER_UNIT, "2026-12-01", null, "85"));
    RelationshipDocument read = read(document(PERSON, ORGANISER, task("20", producer)));
    assertThat(read.client()).contains(new IdentityCode(PERSON));
    assertThat(read.organiserUnit()).isEqualTo(ORGANISER);
    assertThat(read.end()).isNull();
    assertThat(read.old()).isFalse();
    assertThat(read.blocks())
        .containsExactly(
            new Block.Producer(
                FIRST,
                ServiceTask.DISABILITY,
                new Oid(UNIT),
                List.of("85", "93"),
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2027-05-31"),
                List.of(
                    new Implementer(
                        FIRST + "/palveluntoteuttaja/0",
                        new Oid(OTHER_UNIT),
                        List.of("85"),
                        LocalDate.parse("2026-12-01"),
                        null))));
  }

  @Test
  void aDocumentWithoutProducersHasNoBlocks() {
    assertThat(read(document(PERSON, ORGANISER)).blocks()).isEmpty();
    ObjectNode group = task("20");
    group.remove("palveluntuottaja");
    assertThat(read(document(PERSON, ORGANISER, group)).blocks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-30, , DAY_NOT_VALID, /asiakkuuden_alkamispvm",
    "2026, , DAY_NOT_VALID, /asiakkuuden_alkamispvm",
    "2027-01, , DAY_NOT_VALID, /asiakkuuden_alkamispvm",
    "2026-11-01, 2027-02-30, DAY_NOT_VALID, /asiakkuuden_paattymispvm"
  })
  void aBlockWhoseDayCannotBeUsedSaysWhere(String start, String end, String code, String at) {
    assertThat(only(block(UNIT, start, end)))
        .isEqualTo(new Block.Unclear(FIRST + at, code, ServiceTask.DISABILITY, new Oid(UNIT)));
  }

  @Test
  void aStartThatIsSurelyPastNeedsNoDay() {
    assertThat(only(block(UNIT, "2024", null)))
        .isInstanceOfSatisfying(
            Block.Producer.class,
            one -> assertThat(one.start()).isEqualTo(LocalDate.parse("2024-01-01")));
  }

  @Test
  void ofAnEndThatIsNotWholeTheFirstPossibleDayCounts() {
    assertThat(only(block(UNIT, "2026-11-01", "2027")))
        .isInstanceOfSatisfying(
            Block.Producer.class,
            one -> assertThat(one.end()).isEqualTo(LocalDate.parse("2027-01-01")));
  }

  @Test
  void anUnknownTaskIsUnclearButTheUnitIsNot() {
    ObjectNode document = document(PERSON, ORGANISER, task("77", block(UNIT, "2026-11-01", null)));
    assertThat(read(document).blocks())
        .containsExactly(
            new Block.Unclear(
                "/document/asiakkuusasiakirja/sosiaalihuollon_palvelutehtava/0/palvelutehtava",
                "TASK_CODE_UNKNOWN",
                null,
                new Oid(UNIT)));
  }

  @Test
  void aTaskIsKnownByItsNameWhereItsCodeIsnt() {
    ObjectNode group = task("77", block(UNIT, "2026-11-01", null));
    ((ObjectNode) group.path("palvelutehtava")).put("display", "Iäkkäiden palvelut");
    assertThat(read(document(PERSON, ORGANISER, group)).blocks())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Producer.class,
            one -> assertThat(one.task()).isEqualTo(ServiceTask.OLDER_PEOPLE));
  }

  @Test
  void aUnitThatIsNoOidIsUnknown() {
    assertThat(only(block("hoivakoti", "2026-11-01", null)))
        .isEqualTo(
            new Block.Unclear(
                FIRST + "/palveluyksikon_nimi", "UNIT_UNKNOWN", ServiceTask.DISABILITY, null));
    assertThat(only(block("urn:oid:" + UNIT, "2026-11-01", null)))
        .isInstanceOf(Block.Producer.class);
  }

  @Test
  void whatWasOverBeforeNeedNotBeUnderstood() {
    assertThat(only(block("hoivakoti", "1899-01-01", "2025"))).isEqualTo(new Block.Past(FIRST));
    assertThat(only(block("hoivakoti", "2026-01-01", "2026-11-22")))
        .isEqualTo(new Block.Past(FIRST));
  }

  @Test
  void noBlockOutlivesTheRelationship() {
    ObjectNode producer =
        with(
            block(UNIT, "2026-11-01", null),
            block(OTHER_UNIT, "2026-11-01", "2028-01-01"),
            block(OTHER_UNIT, "2025-01-01", "2026-11-22"));
    ObjectNode document = document(PERSON, ORGANISER, task("20", producer));
    relationship(document).put("asiakkuuden_paattymispvm", "2027-06-30");
    RelationshipDocument read = read(document);
    LocalDate last = LocalDate.parse("2027-06-30");
    assertThat(read.end()).isEqualTo(last);
    assertThat(read.blocks())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Producer.class,
            one -> {
              assertThat(one.end()).isEqualTo(last);
              assertThat(one.parts())
                  .singleElement()
                  .isInstanceOfSatisfying(
                      Implementer.class, part -> assertThat(part.end()).isEqualTo(last));
            });
  }

  @Test
  void aSubcontractorThatCannotBeReadIsUnclearAlone() {
    ObjectNode producer =
        with(
            block(UNIT, "2026-11-01", null),
            block("x", "2026-11-01", null),
            block(OTHER_UNIT, "2027", null));
    assertThat(only(producer))
        .isInstanceOfSatisfying(
            Block.Producer.class,
            one ->
                assertThat(one.parts())
                    .containsExactly(
                        new Block.Part.Unclear(
                            FIRST + "/palveluntoteuttaja/0/palveluyksikon_nimi", "UNIT_UNKNOWN"),
                        new Block.Part.Unclear(
                            FIRST + "/palveluntoteuttaja/1/asiakkuuden_alkamispvm",
                            "DAY_NOT_VALID")));
  }

  @Test
  void aClientMayBeKnownByATemporaryIdentifier() {
    ObjectNode document = document(PERSON, ORGANISER);
    ObjectNode client = (ObjectNode) root(document).path("asiakas");
    client.remove("henkilotunnus");
    assertThat(RelationshipReader.violations(document))
        .extracting(Violation::pointer)
        .containsExactly("/document/asiakkuusasiakirja/asiakas");
    client.putObject("tilapainen_yksilointitunnus").put("value", "1.2.246.10.91000005.22.2026.1");
    assertThat(RelationshipReader.violations(document)).isEmpty();
    assertThat(read(document).client())
        .contains(new TemporaryId(new Oid("1.2.246.10.91000005.22.2026.1")));
    client.putObject("henkilotunnus").put("value", "not a code");
    assertThat(read(document).client()).isEmpty();
  }

  @Test
  void whatEveryDocumentMustHaveIsMissed() {
    ObjectNode document = document(PERSON, ORGANISER);
    root(document).remove("palvelunjarjestajan_toimintayksikko");
    relationship(document).put("asiakkuuden_paattymispvm", "2027-02-30");
    assertThat(RelationshipReader.violations(document))
        .extracting(Violation::pointer)
        .containsExactly(
            "/document/asiakkuusasiakirja/palvelunjarjestajan_toimintayksikko",
            "/document/asiakkuusasiakirja/sosiaalihuollon_asiakkuus/asiakkuuden_paattymispvm");
    assertThat(RelationshipReader.violations(Calls.body("asia_asiakirja", "")))
        .extracting(Violation::pointer)
        .containsExactly("/document");
  }

  @Test
  void anOldRelationshipNeedsNoOrganiser() {
    ObjectNode document = document(PERSON, ORGANISER);
    root(document).remove("palvelunjarjestajan_toimintayksikko");
    relationship(document).put("vanha_asiakkuus", true);
    assertThat(RelationshipReader.violations(document)).isEmpty();
    assertThat(read(document).old()).isTrue();
    assertThat(read(document)).hasToString("RelationshipDocument[hidden]");
  }

  private Block only(ObjectNode producer) {
    return read(document(PERSON, ORGANISER, task("20", producer))).blocks().getFirst();
  }

  private RelationshipDocument read(ObjectNode document) {
    return reader.read(document, TODAY);
  }

  private static ObjectNode relationship(ObjectNode document) {
    return (ObjectNode) root(document).path("sosiaalihuollon_asiakkuus");
  }
}
