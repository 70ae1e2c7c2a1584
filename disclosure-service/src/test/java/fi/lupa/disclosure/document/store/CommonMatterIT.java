package fi.lupa.disclosure.document.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_XHTML_XML;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Topic;
import fi.lupa.testkit.Backends;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One document of a common matter (yhteinen asia), many clients, each of them alone. */
class CommonMatterIT extends DisclosureIT {
  private static final Topic TOPIC = new Topic(Backends.kafka(), Topics.DISCLOSURE);

  private final Client one = Client.person();
  private final Client other = Client.temporary();

  private static ObjectNode about(Client... clients) {
    return Calls.common(Calls.metadata(clients[0], NORTH), "2026-01-01", clients);
  }

  private Answer store(Oid by, ObjectNode metadata, String key) {
    return calls.store(
        by, Calls.upload(metadata, Calls.page("yhteinen"), APPLICATION_XHTML_XML), key);
  }

  private Answer stored(ObjectNode metadata) {
    Answer answer = store(NORTH, metadata, Calls.newKey());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer;
  }

  private List<String> found(Client client) {
    return calls.query(NORTH, Calls.own(client, NORTH)).documents();
  }

  private long rows(Client client) {
    return sql().count("select count(*) from document where client_ref = '" + client.ref() + "'");
  }

  private List<String> records(Client client) {
    return sql()
        .column(
            "select outcome || ' ' || act || ' ' || coalesce(reason_code, '-') from access_record"
                + " where client_ref = '"
                + client.ref()
                + "' order by occurred_at");
  }

  @Test
  void eachClientFindsItAndNeverThatOthersExist() {
    ObjectNode metadata = about(one, other);
    String oid = stored(metadata).text("documentOid");
    String alone = calls.stored(NORTH, Calls.metadata(one, NORTH));

    for (Client client : List.of(one, other)) {
      Client another = client.equals(one) ? other : one;
      Answer answer = calls.query(NORTH, Calls.own(client, NORTH).put("include", "CONTENT"));
      assertThat(answer.documents()).contains(oid);
      assertThat(answer.body().toString())
          .doesNotContain(another.text(), another.ref().toString(), "clients", "joined")
          .contains("yhteinen");
    }
    JsonNode documents = calls.query(NORTH, Calls.own(one, NORTH)).body().path("documents");
    assertThat(documents.valueStream().map(d -> Set.copyOf(d.propertyNames())).distinct())
        .as("a common matter's document looks like any other")
        .hasSize(1);
    assertThat(found(one)).containsExactlyInAnyOrder(oid, alone);
  }

  @Test
  void eachHasTheAccessAndTheEventOfItsOwn() {
    Answer stored = stored(about(one, other));

    List<String> storeIds =
        stored.body().path("storeIds").valueStream().map(JsonNode::asString).toList();
    assertThat(storeIds).hasSize(2).doesNotHaveDuplicates().startsWith(stored.text("storeId"));
    int i = 0;
    for (Client client : List.of(one, other)) {
      Client another = client.equals(one) ? other : one;
      assertThat(records(client)).containsExactly("PERMITTED STORE -");
      Answer decision = calls.explanation(NORTH, storeIds.get(i++));
      assertThat(decision.status()).isEqualTo(200);
      assertThat(decision.body().path("given").size()).isEqualTo(1);
      assertThat(decision.body().toString())
          .doesNotContain(another.text(), another.ref().toString(), "clients");
      List<Topic.Told> told = TOPIC.await(client.ref().toString(), 1);
      assertThat(told).hasSize(1);
      assertThat(told.getFirst().violations()).isEmpty();
      assertThat(told.getFirst().value()).doesNotContain(another.ref().toString());
    }
  }

  @Test
  void aClientsProhibitionAndPermitAreThatClientsAlone() {
    Client person = Client.person();
    String oid = stored(about(one, person)).text("documentOid");
    for (Client client : List.of(one, person)) {
      calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    }
    calls.given(Given.prohibition(one.ref(), "DOCUMENT", "document", oid));

    Answer prohibited = calls.query(SOUTH, Calls.disclosure(one, SOUTH));
    Answer permitted = calls.query(SOUTH, Calls.disclosure(person, SOUTH));

    assertThat(prohibited.documents()).isEmpty();
    assertThat(prohibited.outcome()).isEqualTo("PARTIAL");
    assertThat(permitted.documents()).containsExactly(oid);
    assertThat(permitted.outcome()).isEqualTo("PERMITTED");
  }

  @Test
  void nothingIsStoredWhenOneOfThemIsDenied() {
    calls.given(Given.right(one.ref(), NORTH, PRODUCER));
    ObjectNode metadata =
        about(one, other)
            .put("basis", "REGISTER_USAGE_RIGHT")
            .put("unit", Calls.own(one, PRODUCER).at("/requester/unit").asString());

    Answer denied = store(PRODUCER, metadata, Calls.newKey());

    assertThat(denied.status()).isEqualTo(403);
    assertThat(denied.code()).isEqualTo("NO_REGISTER_RIGHT");
    assertThat(rows(one) + rows(other)).isZero();
    assertThat(records(one)).as("nothing happened to this one").isEmpty();
    assertThat(records(other)).containsExactly("DENIED STORE NO_REGISTER_RIGHT");
    assertThat(calls.explanation(PRODUCER, denied.queryId()).status()).isEqualTo(200);
    calls.given(Given.right(other.ref(), NORTH, PRODUCER));
    assertThat(store(PRODUCER, metadata, Calls.newKey()).status()).isEqualTo(201);
    assertThat(found(one)).isEqualTo(found(other)).hasSize(1);
  }

  @Test
  void theSameUploadAgainIsTheSameAnswerWhateverItsKey() {
    ObjectNode metadata = about(one, other);
    String key = Calls.newKey();
    Answer first = store(NORTH, metadata, key);
    assertThat(store(NORTH, metadata, key).body()).isEqualTo(first.body());
    assertThat(store(NORTH, metadata, Calls.newKey()).body()).isEqualTo(first.body());
    assertThat(rows(one) + rows(other)).isEqualTo(2);
    assertThat(records(other)).hasSize(1);
  }

  @Test
  void atOnceItIsStillOneDocument() {
    ObjectNode metadata = about(one, other);
    List<Answer> answers =
        IntStream.range(0, 8)
            .mapToObj(
                _ -> CompletableFuture.supplyAsync(() -> store(NORTH, metadata, Calls.newKey())))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(Answer::body).collect(Collectors.toSet())).hasSize(1);
    assertThat(rows(one) + rows(other)).isEqualTo(2);
  }

  @Test
  void anIdentifierThatOneClientHasIsTakenForAll() {
    String taken = calls.stored(NORTH, Calls.metadata(other, NORTH));
    Answer refused = store(NORTH, about(one, other).put("documentOid", taken), Calls.newKey());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("DOCUMENT_EXISTS");
    assertThat(rows(one)).isZero();
    assertThat(records(one)).isEmpty();
  }

  @Test
  void aNewVersionIsForThoseStillInTheMatter() {
    ObjectNode metadata = about(one, other);
    String oid = stored(metadata).text("documentOid");
    stored(about(one).put("documentOid", oid).put("baseVersion", oid + ".1"));
    assertThat(versions(one)).containsExactly(2);
    assertThat(versions(other)).containsExactly(1);

    ObjectNode back = about(one, other).put("documentOid", oid).put("baseVersion", oid + ".2");
    Answer refused = store(NORTH, back, Calls.newKey());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("VERSION_CONFLICT");
    assertThat(versions(one)).containsExactly(2);
  }

  @Test
  void whoWasLeftOutOfAVersionCanHaveOneOfTheirOwn() {
    ObjectNode metadata = about(one, other);
    String oid = stored(metadata).text("documentOid");
    stored(about(one).put("documentOid", oid).put("baseVersion", oid + ".1"));

    Answer own = stored(about(other).put("documentOid", oid).put("baseVersion", oid + ".1"));

    assertThat(own.text("versionOid")).isEqualTo(oid + ".3");
    assertThat(versions(one)).containsExactly(2);
    assertThat(versions(other)).containsExactly(3);
    stored(about(one).put("documentOid", oid).put("baseVersion", oid + ".2"));
    assertThat(versions(one)).containsExactly(4);
  }

  private List<Integer> versions(Client client) {
    return calls
        .query(NORTH, Calls.own(client, NORTH))
        .body()
        .path("documents")
        .valueStream()
        .map(document -> document.path("version").asInt())
        .toList();
  }

  @Test
  void aVoidingIsTheClientsThatItNames() {
    String oid = stored(about(one, other)).text("documentOid");
    assertThat(calls.voided(NORTH, oid, Calls.voiding(one, NORTH), Calls.newKey()).status())
        .isEqualTo(200);
    assertThat(found(one)).isEmpty();
    assertThat(found(other)).containsExactly(oid);
  }

  @Test
  void whatTheClientsMayNotBeIsRefusedWithItsPlace() {
    ObjectNode twice = about(one, other, one);
    ObjectNode late = about(one, other);
    ((ObjectNode) late.at("/clients/1")).put("joined", "2026-03-11");
    ObjectNode both = about(one, other);
    both.set("client", Given.JSON.valueToTree(one.json()));
    ObjectNode neither = about(one);
    neither.remove("clients");
    ObjectNode many =
        about(IntStream.range(0, 21).mapToObj(_ -> Client.person()).toArray(Client[]::new));
    ObjectNode undated = about(one, other);
    ((ObjectNode) undated.at("/clients/0")).remove("joined");

    refused(twice, 422, "/metadata/clients/2/client");
    refused(late, 422, "/metadata/clients/1/joined");
    refused(both, 422, "/metadata/clients");
    refused(neither, 422, "/metadata/client");
    refused(many, 400, "/clients");
    refused(undated, 400, "/clients/0/joined");
    assertThat(records(one)).isEmpty();
  }

  private void refused(ObjectNode metadata, int status, String pointer) {
    Answer answer = store(NORTH, metadata, Calls.newKey());
    assertThat(answer.pointers()).containsExactly(pointer);
    assertThat(answer.status()).isEqualTo(status);
  }
}
