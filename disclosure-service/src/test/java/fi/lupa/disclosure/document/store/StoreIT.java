package fi.lupa.disclosure.document.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_XHTML_XML;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Together;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import tools.jackson.databind.node.ObjectNode;

class StoreIT extends DisclosureIT {
  private static final String ENTRY_SCHEMA = "1.2.246.10.90000011.6.1506.19001.2026.11.22";
  private static final String ENTRY =
      """
      {"asiakaskertomusmerkinta": {"asiakas": {"sukunimi": "Ääkkönen", "etunimet": "Åsa"},
        "laatija": {"nimi": "Eero", "nimike": "ohjaaja"},
        "ajankohta": "2026-03-10", "merkinta": "Käynti 😀 kotona"}}
      """;

  private final Client client = Client.person();

  private ObjectNode page() {
    return Calls.metadata(client, NORTH);
  }

  private ObjectNode entry() {
    return page().put("documentType", "1506.19001").put("schemaOid", ENTRY_SCHEMA);
  }

  private Answer store(ObjectNode metadata, byte[] content, MediaType type) {
    return calls.store(NORTH, Calls.upload(metadata, content, type), Calls.newKey());
  }

  private Answer storeEntry(byte[] content) {
    return store(entry(), content, APPLICATION_JSON);
  }

  private Answer storePage(byte[] content) {
    return store(page(), content, APPLICATION_XHTML_XML);
  }

  private long traces() {
    return sql()
        .count(
            "select (select count(*) from document) + (select count(*) from access_record)"
                + " + (select count(*) from idempotency)");
  }

  @Test
  void bytesComeBackAsTheyWere() {
    byte[] json = ENTRY.getBytes(StandardCharsets.UTF_8);
    byte[] xhtml =
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"
                + "<head><title>Ö &amp; Å</title></head>\t<body><p style=\"color: rgb(1, 2, 3)\">"
                + "<a href=\"#a\">€ 😀</a></p></body></html>\n")
            .getBytes(StandardCharsets.UTF_8);
    Answer first = storeEntry(json);
    assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
    assertThat(first.headers().getETag()).isEqualTo("\"1\"");
    assertThat(first.text("versionOid")).isEqualTo(first.text("documentOid") + ".1");
    assertThat(storePage(xhtml).status()).isEqualTo(201);

    Answer answer = calls.query(NORTH, Calls.own(client, NORTH).put("include", "CONTENT"));

    List<String> texts =
        answer
            .body()
            .path("documents")
            .valueStream()
            .map(d -> d.at("/content/text").asString())
            .toList();
    assertThat(texts)
        .containsExactlyInAnyOrder(
            new String(json, StandardCharsets.UTF_8), new String(xhtml, StandardCharsets.UTF_8));
    assertThat(
            sql()
                .column(
                    "select 1 from document join document_content using (client_ref, document_oid,"
                        + " version) where sha256(bytes) = content_sha256 and client_ref = '"
                        + client.ref()
                        + "'"))
        .hasSize(2);
  }

  @Test
  void jsonMustBeOfItsSchema() {
    Answer answer =
        storeEntry(
            ENTRY.replace("\"merkinta\":", "\"merkintä\":").getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("DOCUMENT_INVALID");
    assertThat(answer.pointers()).contains("/content/asiakaskertomusmerkinta");
    assertThat(answer.body().toString()).doesNotContain("Ääkkönen", "Käynti", "merkintä");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "<div/>",
        "{\"a\":NaN}"
      })
  void whatIsNotSuchJsonIsRefused(String content) {
    Answer answer = storeEntry(content.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers()).isNotEmpty().allMatch(p -> p.startsWith("/content"));
  }

  @Test
  void otherEncodingsAreRefused() {
    assertThat(storeEntry(ENTRY.getBytes(StandardCharsets.ISO_8859_1)).status()).isEqualTo(422);
    assertThat(storeEntry(ENTRY.getBytes(StandardCharsets.UTF_16BE)).status()).isEqualTo(422);
    assertThat(storeEntry("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)).status()).isEqualTo(422);
    assertThat(storePage(new byte[] {'<', (byte) 0xC3, '>'}).status()).isEqualTo(422);
  }

  @Test
  void deepNestingIsRefused() {
    byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    assertThat(storeEntry(deep).status()).isEqualTo(422);
    byte[] deepPage = Calls.page("<div>".repeat(20_000) + "</div>".repeat(20_000));
    assertThat(storePage(deepPage).status()).isIn(201, 422);
  }

  @Test
  void schemaAndTypeBelongTogether() {
    byte[] json = ENTRY.getBytes(StandardCharsets.UTF_8);
    assertThat(store(entry().put("documentType", "1506.1900"), json, APPLICATION_JSON).pointers())
        .containsExactly("/metadata/documentType");
    assertThat(
            store(entry().put("schemaOid", "1.2.3.1506.19001"), json, APPLICATION_JSON).pointers())
        .containsExactly("/metadata/schemaOid");
    assertThat(store(page(), json, APPLICATION_JSON).pointers())
        .containsExactly("/metadata/schemaOid");
    assertThat(store(entry(), Calls.page("x"), APPLICATION_XHTML_XML).pointers())
        .containsExactly("/metadata/schemaOid");
  }

  @Test
  void activeXhtmlIsRefusedAndLeavesNoTrace() {
    long before = traces();
    Answer answer = storePage(Calls.page("<script>alert('salaisuus')</script>"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers()).containsExactly("/content");
    assertThat(answer.body().toString()).doesNotContain("salaisuus", "script>");
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  void otherMediaTypesAreRefused() {
    assertThat(store(page(), Calls.page("x"), MediaType.TEXT_HTML).status()).isEqualTo(415);
    assertThat(store(page(), Calls.page("x"), MediaType.APPLICATION_PDF).status()).isEqualTo(415);
    MultipartBodyBuilder parts = new MultipartBodyBuilder();
    parts.part("metadata", page().toString(), MediaType.TEXT_PLAIN);
    parts.part("content", Calls.page("x"), APPLICATION_XHTML_XML);
    assertThat(calls.store(NORTH, parts, Calls.newKey()).status()).isEqualTo(415);
    assertThat(calls.store(NORTH, page(), Calls.newKey()).status()).isEqualTo(415);
  }

  @Test
  void bothPartsOnceAndNoOther() {
    byte[] content = Calls.page("x");
    for (List<String> names :
        List.of(
            List.of("metadata"),
            List.of("content"),
            List.of("metadata", "Content"),
            List.of("content", "content"),
            List.of("metadata", "content", "content"),
            List.of("metadata", "content", "more"))) {
      MultipartBodyBuilder parts = new MultipartBodyBuilder();
      for (String name : names) {
        if (name.equals("metadata")) {
          parts.part(name, page().toString(), APPLICATION_JSON);
        } else {
          parts.part(name, content, APPLICATION_XHTML_XML);
        }
      }
      Answer answer = calls.store(NORTH, parts, Calls.newKey());
      assertThat(answer.status()).as(names.toString()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
    }
  }

  @Test
  void brokenMultipartIsRefused() {
    for (String body : List.of("", "--x", "--x\r\n\r\nabc", "nonsense")) {
      var result =
          http()
              .method(HttpMethod.POST)
              .uri("/v1/documents")
              .header("Authorization", "Bearer " + Calls.token(NORTH, "records.write"))
              .header("Idempotency-Key", Calls.newKey())
              .header("Content-Type", "multipart/form-data; boundary=x")
              .bodyValue(body)
              .exchange()
              .expectBody()
              .returnResult();
      assertThat(result.getStatus().value()).as(body).isEqualTo(400);
    }
  }

  @Test
  void tooLargeIsRefusedWithoutHoldingIt() {
    byte[] large = Calls.page("x".repeat(10 * 1024 * 1024 + 1));
    assertThat(storePage(large).status()).isEqualTo(413);
    byte[] largest = Calls.page("x".repeat(10 * 1024 * 1024 - Calls.page("").length));
    assertThat(storePage(largest).status()).isEqualTo(201);
    assertThat(
            calls
                .query(NORTH, Calls.own(client, NORTH).put("include", "CONTENT"))
                .body()
                .at("/documents/0/content/text")
                .asString())
        .hasSize(10 * 1024 * 1024);
    ObjectNode wordy = page();
    wordy.set("title", Given.object("fi", "x".repeat(70 * 1024)));
    assertThat(store(wordy, Calls.page("x"), APPLICATION_XHTML_XML).status()).isEqualTo(413);
  }

  @Test
  void aTakenIdentifierIsRefusedForAnyClient() {
    ObjectNode metadata = page();
    calls.stored(NORTH, metadata);
    long before = traces();
    Answer again = store(metadata, Calls.page("muuta"), APPLICATION_XHTML_XML);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("DOCUMENT_EXISTS");
    metadata.set("client", Given.JSON.valueToTree(Client.person().json()));
    assertThat(calls.store(NORTH, metadata).status()).isEqualTo(409);
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  void theSameKeyGivesTheSameAnswerOnce() {
    ObjectNode metadata = page();
    String key = Calls.newKey();
    MultipartBodyBuilder upload = Calls.upload(metadata, Calls.page("x"), APPLICATION_XHTML_XML);
    Answer first = calls.store(NORTH, upload, key);
    Answer second = calls.store(NORTH, upload, key);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().getETag()).isEqualTo(first.headers().getETag());
    assertThat(records()).isEqualTo(1);

    Answer other =
        calls.store(NORTH, Calls.upload(metadata, Calls.page("y"), APPLICATION_XHTML_XML), key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    Answer changed =
        calls.store(
            NORTH,
            Calls.upload(metadata.put("language", "sv"), Calls.page("x"), APPLICATION_XHTML_XML),
            key);
    assertThat(changed.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void aDeniedStoreIsRepeatedAsItWasAndIsOnRecordOnce() {
    ObjectNode metadata =
        Calls.metadata(client, PRODUCER)
            .put("basis", "REGISTER_USAGE_RIGHT")
            .put("controller", NORTH.value());
    MultipartBodyBuilder upload = Calls.upload(metadata, Calls.page("x"), APPLICATION_XHTML_XML);
    String key = Calls.newKey();
    Answer first = calls.store(PRODUCER, upload, key);
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    Answer second = calls.store(PRODUCER, upload, key);
    assertThat(second.status()).isEqualTo(403);
    assertThat(second.code()).isEqualTo("NO_REGISTER_RIGHT");
    assertThat(second.queryId()).isEqualTo(first.queryId());
    assertThat(records()).isEqualTo(1);
    assertThat(calls.store(PRODUCER, upload, Calls.newKey()).status()).isEqualTo(201);
  }

  @Test
  void theSameUploadAtOnceIsStoredOnce() {
    MultipartBodyBuilder upload = Calls.upload(page(), Calls.page("x"), APPLICATION_XHTML_XML);
    String key = Calls.newKey();
    List<Answer> answers = together(IntStream.range(0, 8).mapToObj(_ -> key), upload);
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    assertThat(records()).isEqualTo(1);
  }

  @Test
  void theSameDocumentAtOnceUnderDifferentKeysIsStoredOnce() {
    for (int round = 0; round < 10; round++) {
      MultipartBodyBuilder upload = Calls.upload(page(), Calls.page("x"), APPLICATION_XHTML_XML);
      List<Answer> answers = together(IntStream.range(0, 6).mapToObj(_ -> Calls.newKey()), upload);
      assertThat(answers).extracting(Answer::status).containsOnly(201);
      assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    }
    assertThat(records()).isEqualTo(10);
  }

  @Test
  void differentDocumentsAtOnceUnderOneIdentifierAreOneAndConflicts() {
    ObjectNode metadata = page();
    List<Answer> answers =
        Together.all(6, i -> store(metadata, Calls.page("teksti " + i), APPLICATION_XHTML_XML));
    assertThat(answers)
        .extracting(Answer::status)
        .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    assertThat(records()).isEqualTo(1);
  }

  private List<Answer> together(Stream<String> keys, MultipartBodyBuilder upload) {
    List<CompletableFuture<Answer>> running =
        keys.map(key ->
                CompletableFuture.supplyAsync(
                    () -> calls.store(NORTH, upload, key), each -> Thread.ofVirtual().start(each)))
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private long records() {
    return sql()
        .count("select count(*) from access_record where client_ref = '" + client.ref() + "'");
  }
}
