package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.SafetyOf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/** A client who began with a temporary identifier and later got an identity code. */
class LinkedClientIT extends DisclosureIT {
  private final Client client = Client.person();
  private final Client former = Client.temporary();
  private final Given.Fact link = Given.link(client.ref(), former.ref());

  @Test
  void theIdentityCodeFindsAllAndTheTemporaryIdentifierWhatStandsUnderIt() {
    String before = calls.stored(NORTH, at(former, 1));
    assertThat(own(client)).isEmpty();
    calls.given(link);
    assertThat(own(client)).containsExactly(before);
    String after = calls.stored(NORTH, at(client, 2));
    String late = calls.stored(NORTH, at(former, 3));
    assertThat(own(client)).containsExactly(late, after, before);
    assertThat(own(former)).containsExactly(late, before);
  }

  @Test
  void theContentOfAllIsGivenAsItWasStored() {
    calls.stored(NORTH, at(former, 1));
    calls.stored(NORTH, at(client, 2));
    calls.given(link);
    Answer answer = calls.query(NORTH, Calls.own(client, NORTH).put("include", "CONTENT"));
    assertThat(answer.documents()).hasSize(2);
    assertThat(answer.body().path("documents").valueStream())
        .allSatisfy(found -> assertThat(found.at("/content/text").asString()).contains("teksti"));
  }

  @Test
  void aLinkIsAppliedInWhateverOrderAndNumber() {
    String document = calls.stored(NORTH, at(former, 1));
    Client right = Client.person();
    Given.Fact third = Given.link(right.ref(), former.ref()).version(3);
    calls.given(third, link, link.version(2).cancelled(), third, link);
    assertThat(own(client)).isEmpty();
    assertThat(own(right)).containsExactly(document);
  }

  @Test
  void aCancelledLinkIsAsIfItHadNotBeen() {
    String mine = calls.stored(NORTH, at(client, 2));
    String ofAnother = calls.stored(NORTH, at(former, 1));
    calls.given(link, Given.right(former.ref(), NORTH, PRODUCER));
    assertThat(use(client).documents()).containsExactly(mine, ofAnother);
    calls.given(link.version(2).cancelled());
    assertThat(own(client)).containsExactly(mine);
    assertThat(use(client).code()).isEqualTo("NO_REGISTER_RIGHT");
    assertThat(use(former).documents()).containsExactly(ofAnother);
  }

  @Test
  void severalTemporaryIdentifiersOfSeveralOrganisationsAreOnePerson() {
    Client another = Client.temporary();
    String first = calls.stored(NORTH, at(former, 1));
    String second = calls.stored(NORTH, at(another, 2));
    calls.given(link, Given.link(client.ref(), another.ref()).with("organiser", SOUTH));
    String third = calls.stored(NORTH, at(client, 3));
    assertThat(own(client)).containsExactly(third, second, first);
    assertThat(own(former)).containsExactly(first);
    assertThat(own(another)).containsExactly(second);
  }

  @Test
  void rightsCountUnderWhicheverIdentifierTheyWereGiven() {
    String before = calls.stored(NORTH, at(former, 1));
    String after = calls.stored(NORTH, at(client, 2));
    calls.given(link);
    assertThat(use(client).code()).isEqualTo("NO_REGISTER_RIGHT");
    Given.Fact right = Given.right(former.ref(), NORTH, PRODUCER);
    calls.given(right);
    assertThat(use(client).documents()).containsExactly(after, before);
    calls.given(right.version(2).ended("2026-11-22T09:00:00Z"));
    assertThat(use(client).code()).isEqualTo("REGISTER_RIGHT_ENDED");
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    assertThat(use(former).documents()).containsExactly(before);
  }

  @Test
  void aProducerStoresUnderTheIdentityCodeByARightFromBefore() {
    calls.given(link, Given.right(former.ref(), NORTH, PRODUCER));
    ObjectNode metadata =
        Calls.metadata(client, NORTH)
            .put("basis", "REGISTER_USAGE_RIGHT")
            .put("unit", fi.lupa.disclosure.support.Oids.unit(PRODUCER, 1).value());
    String document = calls.stored(PRODUCER, metadata);
    assertThat(own(client)).containsExactly(document);
  }

  @Test
  void aPermitIsTheIdentityCodesOnly() {
    calls.stored(NORTH, at(former, 1));
    calls.given(link, Given.informed(former.ref()), Given.permit(former.ref(), "SOCIAL_CARE"));
    assertThat(disclosed(client).code()).isEqualTo("NO_PERMIT");
    assertThat(disclosed(former).code()).isEqualTo("TEMPORARY_ID_NO_PERMIT");
  }

  @Test
  void byThePermitOfTheIdentityCodeDocumentsFromBeforeAreGiven() {
    String before = calls.stored(NORTH, at(former, 1));
    calls.given(link, Given.permit(client.ref(), "SOCIAL_CARE"));
    assertThat(disclosed(client).code()).isEqualTo("NOT_INFORMED");
    calls.given(Given.informed(former.ref()));
    assertThat(disclosed(client).documents()).containsExactly(before);
  }

  @Test
  void aProhibitionHoldsForBoth() {
    String before = calls.stored(NORTH, at(former, 1));
    String after = calls.stored(NORTH, at(client, 2));
    calls.given(link, Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    assertThat(disclosed(client).documents()).containsExactly(after, before);
    calls.given(Given.prohibition(client.ref(), "DOCUMENT", "document", before));
    assertThat(disclosed(client).documents()).containsExactly(after);
    calls.given(Given.prohibition(former.ref(), "CONTROLLER", "controller", NORTH));
    assertThat(disclosed(client).documents()).isEmpty();
  }

  @Test
  void theRecordAndTheLogStayUnderTheIdentifierThatWasAskedBy() {
    calls.stored(NORTH, at(former, 1));
    calls.given(link);
    String byCode = calls.query(NORTH, Calls.own(client, NORTH)).queryId();
    String byFormer = calls.query(NORTH, Calls.own(former, NORTH)).queryId();
    assertThat(recordOf(byCode)).containsExactly(client.ref().toString());
    assertThat(recordOf(byFormer)).containsExactly(former.ref().toString());
  }

  @Test
  void aDocumentFromBeforeGetsItsNextVersionAndIsVoidedByTheIdentityCode() {
    ObjectNode first = at(former, 1);
    String document = calls.stored(NORTH, first);
    ObjectNode second =
        at(client, 2).put("documentOid", document).put("baseVersion", document + ".1");
    assertThat(calls.store(NORTH, second).code()).isEqualTo("VERSION_CONFLICT");
    calls.given(link);
    assertThat(calls.store(NORTH, second).status()).isEqualTo(201);
    assertThat(own(client)).containsExactly(document);
    assertThat(own(former)).containsExactly(document);
    ObjectNode all = Calls.own(client, NORTH).put("versions", "ALL");
    assertThat(calls.query(NORTH, all).documents()).containsExactly(document, document);

    ObjectNode voiding = Calls.voiding(client, NORTH);
    assertThat(calls.voided(NORTH, document, voiding, Calls.newKey()).status()).isEqualTo(200);
    assertThat(own(client)).isEmpty();
    assertThat(own(former)).isEmpty();
  }

  /** What is derived from a document stands where the document does. */
  @Test
  void aRelationshipDocumentsNextVersionIsReadWhereTheDocumentStands() {
    ObjectNode first = relationship(former);
    assertThat(stored(first, false).status()).isEqualTo(201);
    calls.given(link);
    String document = first.path("documentOid").asString();
    ObjectNode second =
        relationship(client).put("documentOid", document).put("baseVersion", document + ".1");
    assertThat(stored(second, true).status()).isEqualTo(201);
    assertThat(
            sql()
                .column(
                    "select version || ' ' || non_disclosure from client_relationship where document_oid = '"
                        + document
                        + "'"))
        .containsExactly("2 true");
    calls.voided(NORTH, document, Calls.voiding(client, NORTH), Calls.newKey());
    assertThat(
            sql()
                .column(
                    "select 1 from client_relationship where document_oid = '" + document + "'"))
        .isEmpty();
  }

  private static ObjectNode relationship(Client who) {
    return Calls.metadata(who, NORTH)
        .put("documentType", "1505.1")
        .put("schemaOid", "1.2.246.10.90000011.6.1505.1.2026.11.22");
  }

  private Answer stored(ObjectNode metadata, boolean protect) {
    String content =
        """
        {"asiakkuusasiakirja": {"asiakas": {"sukunimi": "Aho", "etunimet": "Aino", "turvakielto": %s},
          "sosiaalihuollon_asiakkuus": {"asiakkuuden_alkamispvm": "2026-01-01"}}}
        """
            .formatted(protect);
    return calls.store(
        NORTH,
        Calls.upload(
            metadata, content.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON),
        Calls.newKey());
  }

  @Test
  void nonDisclosureForSafetyHoldsUnderBoth() {
    calls.stored(NORTH, at(former, 1));
    calls.stored(NORTH, at(client, 2));
    calls.given(link);
    new SafetyOf(sql(), former).protects(SOUTH, "2026-01-01", null);
    for (Client asked : List.of(client, former)) {
      Answer answer = calls.query(NORTH, Calls.own(asked, NORTH).put("include", "CONTENT"));
      assertThat(answer.body().path("documents").valueStream())
          .isNotEmpty()
          .allSatisfy(found -> assertThat(found.has("content")).isFalse());
    }
  }

  /** As of a common matter that the same person is a client of under both. */
  @Test
  void aDocumentThatStandsUnderBothComesOnce() {
    String twice = calls.stored(NORTH, at(former, 1));
    String once = calls.stored(NORTH, at(client, 2));
    sql()
        .run(
            """
            insert into document select copy.* from document original, jsonb_populate_record(null::document,
              to_jsonb(original) || '{"client_ref": "%s", "lead": false}') copy
            where original.document_oid = '%s'
            """
                .formatted(client.ref(), twice));
    calls.given(link);
    assertThat(own(client)).containsExactly(once, twice);
    assertThat(own(former)).containsExactly(twice);
  }

  @Test
  void pagesOverAllNeitherLoseNorRepeatWhileOthersStore() {
    List<Client> names = List.of(client, former, Client.temporary());
    calls.given(link, Given.link(client.ref(), names.getLast().ref()));
    Random random = new Random(7);
    record Stored(Instant at, String document) {}
    List<Stored> stored = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      ObjectNode metadata = at(names.get(random.nextInt(3)), 1 + random.nextInt(8));
      Instant at = Instant.parse(metadata.path("recordedAt").asString());
      stored.add(new Stored(at, calls.stored(NORTH, metadata)));
    }
    List<String> seen = new ArrayList<>();
    ObjectNode query = Calls.own(client, NORTH).put("limit", 5);
    String next = null;
    do {
      Answer page = calls.query(NORTH, next == null ? query : query.put("cursor", next));
      seen.addAll(page.documents());
      next = page.body().path("next").asString(null);
      calls.stored(NORTH, at(names.get(random.nextInt(3)), 20));
    } while (next != null);
    assertThat(seen)
        .containsExactlyElementsOf(
            stored.stream()
                .sorted(Comparator.comparing(Stored::at).thenComparing(Stored::document).reversed())
                .map(Stored::document)
                .toList());
  }

  private static ObjectNode at(Client who, int day) {
    return Calls.metadata(who, NORTH).put("recordedAt", "2026-03-%02dT09:00:00Z".formatted(day));
  }

  private List<String> own(Client who) {
    return calls.query(NORTH, Calls.own(who, NORTH)).documents();
  }

  private Answer use(Client who) {
    return calls.query(PRODUCER, Calls.use(who, PRODUCER, NORTH));
  }

  private Answer disclosed(Client who) {
    return calls.query(SOUTH, Calls.disclosure(who, SOUTH));
  }

  private static List<String> recordOf(String queryId) {
    return sql().column("select client_ref from access_record where id = '" + queryId + "'");
  }
}
