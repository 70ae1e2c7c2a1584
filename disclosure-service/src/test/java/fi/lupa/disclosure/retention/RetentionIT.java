package fi.lupa.disclosure.retention;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.matter.MatterDocuments;
import fi.lupa.disclosure.matter.Storing;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents kept, listed and destroyed; the loop's work is asked for, so that no test waits. */
class RetentionIT extends DisclosureIT {
  private static final String LONG_AGO = "2019-05-05T09:00:00Z";

  @Autowired private RetentionTimes times;
  @Autowired private Destruction destruction;
  @Autowired private RetentionLoop loop;

  private final Client client = Client.person();

  @Test
  void aDocumentWhoseTimeIsUpGoesWithAllThatCameOfIt() {
    String key = Calls.newKey();
    ObjectNode metadata = message(LONG_AGO);
    Object upload =
        Calls.upload(metadata, Calls.page("salaisuus"), MediaType.APPLICATION_XHTML_XML);
    assertThat(calls.store(NORTH, upload, key).status()).isEqualTo(201);
    String document = metadata.path("documentOid").asString();

    destroy();

    for (String table : List.of("document", "document_content", "document_due")) {
      assertThat(sql().count("select count(*) from " + table + of(document))).as(table).isZero();
    }
    assertThat(sql().count("select count(*) from idempotency where key = '" + key + "'")).isZero();
    assertThat(
            sql()
                .column(
                    "select versions || ' ' || last_day || ' ' || classes[1] from destroyed_document"
                        + of(document)))
        .containsExactly("1 2022-05-05 MESSAGE");
    assertThat(calls.query(NORTH, Calls.own(client, NORTH)).body().path("documents")).isEmpty();
  }

  @Test
  void theClientsLogIsTold() {
    String document = calls.stored(NORTH, message(LONG_AGO));

    destroy();

    Topic.Told told =
        Topic.of("disclosure.events").await(client.ref().toString(), 2).stream()
            .filter(one -> one.type().equals("fi.lupa.disclosure.document-destroyed.v1"))
            .findFirst()
            .orElseThrow();
    assertThat(told.violations()).isEmpty();
    assertThat(told.data().path("document").asString()).isEqualTo(document);
    assertThat(told.data().path("keptUntil").asString()).isEqualTo("2022-05-05");
    assertThat(told.data().path("controller").path("organisation").asString())
        .isEqualTo(NORTH.value());
  }

  @Test
  void itsIdentifierIsNeverStoredAgainByAnyone() {
    ObjectNode metadata = message(LONG_AGO);
    calls.stored(NORTH, metadata);
    destroy();

    assertThat(calls.store(NORTH, metadata).code()).isEqualTo("DOCUMENT_DESTROYED");
    ObjectNode others =
        Calls.metadata(Client.person(), SOUTH)
            .put("documentOid", metadata.path("documentOid").asString());
    Answer answer = calls.store(SOUTH, others);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("DOCUMENT_DESTROYED");
  }

  @Test
  void whatMustBeKeptStays() {
    String young = calls.stored(NORTH, message("2025-05-05T09:00:00Z"));
    String unnamed = calls.stored(NORTH, Calls.metadata(client, NORTH));

    destroy();

    assertThat(item(NORTH, young).path("lastDay").asString()).isEqualTo("2028-05-05");
    assertThat(item(NORTH, unnamed).path("why").asString()).isEqualTo("MATTER_NOT_NAMED");
    assertThat(calls.query(NORTH, Calls.own(client, NORTH)).body().path("documents")).hasSize(2);
  }

  @Test
  void aDayCountedWronglyDestroysNothing() {
    String young = calls.stored(NORTH, message("2025-05-05T09:00:00Z"));
    destroy();
    sql().run("update document_due set last_day = '2020-01-01'" + of(young));

    assertThat(destruction.destroyAllDue().block()).isZero();

    assertThat(item(NORTH, young).path("lastDay").asString()).isEqualTo("2028-05-05");
    assertThat(sql().column("select last_day from document_due" + of(young)))
        .containsExactly("2028-05-05");
  }

  @Test
  void theMattersDocumentsGoBeforeTheCaseDocumentThatTheyAreCountedFrom() {
    String matter = Oids.document().value();
    String inMatter = calls.stored(NORTH, ofMatter(matter, "2001-05-05T09:00:00Z"));
    assertThat(item(NORTH, inMatter).path("why").asString()).isEqualTo("MATTER_NOT_KNOWN");
    String caseDocument = storeCase(matter);
    assertThat(item(NORTH, inMatter).path("why").asString()).isEqualTo("MATTER_OPEN");
    assertThat(item(NORTH, caseDocument).path("why").asString()).isEqualTo("MATTER_OPEN");
    ObjectNode closed = MatterDocuments.matter();
    MatterDocuments.at(closed, "/asia_asiakirja/asian_tiedot/asiatunnus").put("value", matter);
    MatterDocuments.at(closed, "/asia_asiakirja/asian_tiedot")
        .put("avauspaiva", "2001")
        .put("paattymispaiva", "2010-02-03");
    new Storing(calls, client, NORTH).after(1, caseDocument, MatterDocuments.CASE, closed);
    assertThat(item(NORTH, inMatter).path("lastDay").asString()).isEqualTo("2020-02-03");
    assertThat(item(NORTH, caseDocument).path("lastDay").asString()).isEqualTo("2020-02-03");

    destroy();

    assertThat(item(NORTH, inMatter).path("destroyedAt").isString()).isTrue();
    assertThat(item(NORTH, caseDocument).path("destroyedAt").isString()).isTrue();
    assertThat(sql().count("select count(*) from matter" + of(caseDocument))).isZero();
    assertThat(
            sql()
                .column(
                    "select document_oid from destroyed_document where client_ref = '"
                        + client.ref()
                        + "' order by destroyed_at"))
        .containsExactly(inMatter, caseDocument);
  }

  @Test
  void deathIsToldWithTheRelationshipAndTakenBackByANewVersion() {
    ObjectNode protection = Calls.metadata(client, NORTH).put("recordedAt", "2001-05-05T09:00:00Z");
    protection.putArray("serviceTasks").add("CHILD_PROTECTION");
    String document = calls.stored(NORTH, protection);
    assertThat(item(NORTH, document).path("why").asString()).isEqualTo("DEATH_NOT_TOLD");

    Storing storing = new Storing(calls, client, NORTH);
    String relationship =
        storing.store(
            MatterDocuments.RELATIONSHIP,
            MatterDocuments.relationship(),
            metadata -> metadata.put("clientDied", "2020-02-29"));
    assertThat(item(NORTH, document).path("lastDay").asString()).isEqualTo("2022-02-28");
    storing.after(1, relationship, MatterDocuments.RELATIONSHIP, MatterDocuments.relationship());
    assertThat(item(NORTH, document).path("why").asString()).isEqualTo("DEATH_NOT_TOLD");
    destroy();
    assertThat(left(List.of(document, relationship))).isEqualTo(3);

    storing.store(
        MatterDocuments.RELATIONSHIP,
        MatterDocuments.relationship(),
        metadata ->
            metadata
                .put("documentOid", relationship)
                .put("baseVersion", relationship + ".2")
                .put("clientDied", "2020-02-29"));
    destroy();

    assertThat(left(List.of(document, relationship))).isZero();
    assertThat(sql().column("select versions from destroyed_document" + of(relationship)))
        .containsExactly("3");
  }

  @Test
  void aCommonMattersDocumentGoesForEachClientWhenTheirTimeIsUp() {
    Client other = Client.person();
    String document = calls.stored(NORTH, message(LONG_AGO));
    sql()
        .run(
            """
            insert into document select d.* from document o, jsonb_populate_record(o, jsonb_build_object(
              'client_ref', '%s', 'lead', false, 'retention_class', 'PERMANENT')) d where o.document_oid = '%s'
            """
                .formatted(other.ref(), document));
    sql()
        .run(
            """
            insert into document_content (client_ref, document_oid, version, bytes)
            select '%s', document_oid, version, bytes from document_content where document_oid = '%s'
            """
                .formatted(other.ref(), document));

    destroy();

    assertThat(sql().column("select client_ref || ' ' || lead from document" + of(document)))
        .containsExactly(other.ref() + " true");
    assertThat(sql().count("select count(*) from document_content" + of(document))).isEqualTo(1);
    assertThat(sql().column("select client_ref from destroyed_document" + of(document)))
        .containsExactly(client.ref().toString());
  }

  @Test
  void whatWasWrittenOfOthersTooIsntShownToOneWhenTheirPartsAreGone() {
    Client other = Client.person();
    calls.given(Given.informed(client.ref()));
    String document =
        calls.stored(NORTH, Calls.common(message(LONG_AGO), "2019-01-01", client, other));
    sql()
        .run(
            "update document set retention_class = 'PERMANENT'"
                + of(document)
                + " and client_ref = '"
                + client.ref()
                + "'");

    destroy();

    assertThat(sql().column("select client_ref from document" + of(document)))
        .containsExactly(client.ref().toString());
    assertThat(calls.my(client, "/v1/my/documents").body().path("items")).isEmpty();
  }

  /** Many notes of one client are one count, so few counts don't mean that nothing is left. */
  @Test
  void oneLookCountsAllThereIsToCount() {
    sql()
        .run(
            "insert into retention_todo (client_ref, controller) select '%s', '%s' from generate_series(1, 170)"
                .formatted(Client.person().ref(), SOUTH));
    String document = calls.stored(NORTH, message("2025-05-05T09:00:00Z"));

    times.countAll().block();

    assertThat(sql().column("select last_day from document_due" + of(document)))
        .containsExactly("2028-05-05");
    assertThat(sql().count("select count(*) from retention_todo")).isZero();
  }

  @Test
  void interruptedAgainAndAgainEachGoesExactlyOnce() {
    List<String> documents = many(60);
    CompletableFuture<Integer> killing = CompletableFuture.supplyAsync(() -> kill(5, documents));

    while (left(documents) > 0) {
      try {
        destroy();
      } catch (RuntimeException e) {
        // interrupted: the next look goes on
      }
    }

    assertThat(killing.join()).isPositive();
    goneExactlyOnce(documents);
    Awaitility.await()
        .until(() ->
            IntStream.range(0, 20)
                .allMatch(_ -> calls.query(NORTH, Calls.own(client, NORTH)).status() == 200));
  }

  /**
   * Ends connections of destructions that have begun and aren't committed, so many times at most.
   */
  private int kill(int times, List<String> documents) {
    int killed = 0;
    while (killed < times && left(documents) > 0) {
      killed +=
          sql()
              .column(
                  """
                  select pg_terminate_backend(pid) from pg_stat_activity
                  where pid <> pg_backend_pid() and state <> 'idle' and (
                    query like 'insert into destroyed_document%' or query like 'delete from document_content%'
                    or query like 'with due as (delete%')
                  limit 1
                  """)
              .size();
    }
    return killed;
  }

  @Test
  void manyAtOnceDestroyEachExactlyOnce() {
    List<String> documents = many(40);

    List<CompletableFuture<@Nullable Long>> instances =
        IntStream.range(0, 4)
            .mapToObj(_ -> times.countAll().then(destruction.destroyAllDue()).toFuture())
            .toList();
    instances.forEach(CompletableFuture::join);
    destroy();

    goneExactlyOnce(documents);
  }

  private List<String> many(int count) {
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(calls.stored(NORTH, message(LONG_AGO)));
    }
    return documents;
  }

  private long left(List<String> documents) {
    return sql().count("select count(*) from document" + of(documents));
  }

  private void goneExactlyOnce(List<String> documents) {
    assertThat(left(documents)).isZero();
    assertThat(sql().count("select count(*) from destroyed_document" + of(documents)))
        .isEqualTo(documents.size());
    List<String> told =
        Topic.of("disclosure.events").await(client.ref().toString(), 2 * documents.size()).stream()
            .filter(one -> one.type().equals("fi.lupa.disclosure.document-destroyed.v1"))
            .map(one -> one.data().path("document").asString())
            .distinct()
            .toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(documents);
  }

  @Test
  void aRegistersDaysAreListedPageByPageToItsControllerOnly() {
    List<String> documents = new ArrayList<>();
    for (int day = 10; day < 15; day++) {
      documents.add(calls.stored(SOUTH, message(SOUTH, "2025-07-" + day + "T09:00:00Z")));
    }
    times.countAll().block();

    List<String> listed = new ArrayList<>();
    String cursor = null;
    do {
      ObjectNode search = object("until", "2028-07-13", "limit", 2);
      if (cursor != null) {
        search.put("cursor", cursor);
      }
      Answer page = search(SOUTH, search);
      assertThat(page.status()).isEqualTo(200);
      page.body().path("items").forEach(item -> listed.add(item.path("documentOid").asString()));
      cursor = page.body().path("next").asString(null);
    } while (cursor != null);

    assertThat(listed).containsExactlyElementsOf(documents.subList(0, 4));
    assertThat(item(NORTH, documents.getFirst()).isMissingNode()).isTrue();
  }

  @Test
  void aSearchIsOneOfTwo() {
    assertThat(search(NORTH, object()).status()).isEqualTo(400);
    assertThat(search(NORTH, object("until", "2028-07-13", "documents", List.of("1.2.3"))).status())
        .isEqualTo(400);
    assertThat(search(NORTH, object("until", "2028-07-13", "cursor", "x")).status()).isEqualTo(400);
    assertThat(
            calls
                .send(
                    HttpMethod.POST,
                    "/v1/retention/searches",
                    Calls.token(NORTH, "records.query"),
                    object("until", "2028-07-13"))
                .code())
        .isEqualTo("SCOPE_MISSING");
  }

  @Test
  void theLoopRuns() {
    assertThat(loop.isRunning()).isTrue();
  }

  private void destroy() {
    times.countAll().block();
    destruction.destroyAllDue().block();
  }

  private ObjectNode message(String recordedAt) {
    return message(NORTH, recordedAt);
  }

  private ObjectNode message(Oid controller, String recordedAt) {
    return Calls.metadata(client, controller)
        .put("retentionClass", "MESSAGE")
        .put("recordedAt", recordedAt);
  }

  private ObjectNode ofMatter(String matter, String recordedAt) {
    ObjectNode metadata = Calls.metadata(client, NORTH).put("recordedAt", recordedAt);
    metadata.putArray("matters").add(matter);
    return metadata;
  }

  private String storeCase(String matter) {
    ObjectNode document = MatterDocuments.matter();
    MatterDocuments.at(document, "/asia_asiakirja/asian_tiedot/asiatunnus").put("value", matter);
    MatterDocuments.at(document, "/asia_asiakirja/asian_tiedot").remove("paattymispaiva");
    return new Storing(calls, client, NORTH).matter(document);
  }

  private Answer search(Oid organisation, ObjectNode search) {
    return calls.send(
        HttpMethod.POST,
        "/v1/retention/searches",
        Calls.token(organisation, "records.write"),
        search);
  }

  private JsonNode item(Oid organisation, String document) {
    Answer found = search(organisation, object("documents", List.of(document)));
    assertThat(found.status()).as(found.body().toString()).isEqualTo(200);
    return found.body().path("items").path(0);
  }

  private static String of(String document) {
    return " where document_oid = '" + document + "'";
  }

  private static String of(List<String> documents) {
    return " where document_oid in ('" + String.join("', '", documents) + "')";
  }
}
