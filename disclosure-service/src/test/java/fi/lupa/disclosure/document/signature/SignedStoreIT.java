package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Verifying.AINO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_XHTML_XML;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Signed documents through the whole service. */
class SignedStoreIT extends DisclosureIT {
  private static final MediaType JOSE = MediaType.parseMediaType("application/jose");
  private static final byte[] CONTENT = Calls.page("Allekirjoitettu päätös");
  private static final byte[] JWS =
      Jws.es256(AINO).plain().with("iat", Authority.NOW.getEpochSecond()).sign(CONTENT);

  private final Client client = Client.person();
  private final ObjectNode metadata = Calls.metadata(client, NORTH);

  private MultipartBodyBuilder upload(byte[] signature, MediaType type) {
    MultipartBodyBuilder parts = Calls.upload(metadata, CONTENT, APPLICATION_XHTML_XML);
    parts.part("signature", signature, type);
    return parts;
  }

  private Answer store(byte[] signature, MediaType type) {
    return calls.store(NORTH, upload(signature, type), Calls.newKey());
  }

  private JsonNode found() {
    Answer answer = calls.query(NORTH, Calls.own(client, NORTH).put("include", "CONTENT"));
    assertThat(answer.body().path("documents").size()).isEqualTo(1);
    assertThat(answer.body().at("/documents/0/content/text").asString())
        .isEqualTo(new String(CONTENT, UTF_8));
    return answer.body().at("/documents/0/signature");
  }

  private static Map<String, String> members(JsonNode node) {
    return node.propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asString()));
  }

  @Test
  void aVerifiedJwsIsShownWithItsSigner() {
    Answer stored = store(JWS, JOSE);
    assertThat(stored.status()).as(stored.body().toString()).isEqualTo(201);
    assertThat(members(stored.body().path("signature")))
        .isEqualTo(Map.of("state", "VERIFIED", "type", "JWS"));
    assertThat(members(found()))
        .isEqualTo(
            Map.of(
                "state", "VERIFIED",
                "type", "JWS",
                "signedBy", "Aino Äijö",
                "signedAt", "2026-11-22T10:00:00Z"));
  }

  @Test
  void aVerifiedXadesIsShownWithItsSigner() {
    assertThat(store(new Xades(AINO).sign(CONTENT), MediaType.APPLICATION_XML).status())
        .isEqualTo(201);
    assertThat(members(found()))
        .isEqualTo(
            Map.of(
                "state", "VERIFIED",
                "type", "XADES",
                "signedBy", "Aino Äijö",
                "signedAt", "2026-11-22T09:00:00Z"));
  }

  @Test
  void withoutASignatureThereIsNone() {
    Answer stored =
        calls.store(NORTH, Calls.upload(metadata, CONTENT, APPLICATION_XHTML_XML), Calls.newKey());
    assertThat(members(stored.body().path("signature"))).isEqualTo(Map.of("state", "NONE"));
    assertThat(members(found())).isEqualTo(Map.of("state", "NONE"));
  }

  @Test
  void aBrokenSignatureDoesNotKeepTheDocumentOut() {
    Answer stored = store(Jws.es256(AINO).sign(new byte[] {1}), JOSE);
    assertThat(stored.status()).isEqualTo(201);
    Map<String, String> wrong =
        Map.of("state", "NOT_VERIFIED", "type", "JWS", "reason", "SIGNATURE_WRONG");
    assertThat(members(stored.body().path("signature"))).isEqualTo(wrong);
    assertThat(members(found())).isEqualTo(wrong);
  }

  /** Anybody can write a certificate with any name. */
  @Test
  void theNameOfAnUntrustedSignerIsNotShown() {
    Signer stranger = Authority.root("CN=Nobody's").signer("Presidentti");
    store(Jws.es256(stranger).with("iat", 1764000000).sign(CONTENT), JOSE);
    assertThat(members(found()))
        .isEqualTo(
            Map.of("state", "NOT_VERIFIED", "type", "JWS", "reason", "CERTIFICATE_NOT_TRUSTED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "<x/>", "\0\0"})
  void anythingElseIsKeptAsItIs(String signature) {
    byte[] bytes = signature.getBytes(UTF_8);
    assertThat(store(bytes, JOSE).body().at("/signature/reason").asString()).isEqualTo("MALFORMED");
    assertThat(kept()).containsExactly(HexFormat.of().formatHex(bytes));
  }

  @Test
  void theSignatureIsKeptByteForByte() {
    store(JWS, JOSE);
    assertThat(kept()).containsExactly(HexFormat.of().formatHex(JWS));
  }

  private List<String> kept() {
    return sql()
        .column(
            "select encode(signature, 'hex') from document_content where client_ref = '"
                + client.ref()
                + "'");
  }

  @Test
  void aRetryOfTheSameBytesIsTheSameStore() {
    String key = Calls.newKey();
    Answer first = calls.store(NORTH, upload(JWS, JOSE), key);
    Answer second = calls.store(NORTH, upload(JWS, JOSE), key);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
  }

  /** ECDSA signs differently each time: another signature is another upload. */
  @Test
  void aNewSignatureIsAnotherUpload() {
    String key = Calls.newKey();
    calls.store(NORTH, upload(JWS, JOSE), key);
    byte[] again =
        Jws.es256(AINO).plain().with("iat", Authority.NOW.getEpochSecond()).sign(CONTENT);
    assertThat(again).isNotEqualTo(JWS);
    assertThat(calls.store(NORTH, upload(again, JOSE), key).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(
            calls.store(NORTH, Calls.upload(metadata, CONTENT, APPLICATION_XHTML_XML), key).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(calls.store(NORTH, upload(again, JOSE), Calls.newKey()).code())
        .isEqualTo("DOCUMENT_EXISTS");
  }

  @Test
  void theSameSignedUploadAtOnceIsStoredOnce() {
    String key = Calls.newKey();
    MultipartBodyBuilder upload = upload(JWS, JOSE);
    List<CompletableFuture<Answer>> running =
        IntStream.range(0, 8)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(
                    () -> calls.store(NORTH, upload, key), each -> Thread.ofVirtual().start(each)))
            .toList();
    List<Answer> answers = running.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    assertThat(kept()).hasSize(1);
  }

  /** Each version has the signature it came with. */
  @Test
  void aNewVersionIsSignedAnew() {
    assertThat(store(JWS, JOSE).status()).isEqualTo(201);
    byte[] next = Calls.page("Toinen versio");
    metadata.put("baseVersion", metadata.path("documentOid").asString() + ".1");
    MultipartBodyBuilder parts = Calls.upload(metadata, next, APPLICATION_XHTML_XML);
    parts.part("signature", JWS, JOSE);
    Answer stored = calls.store(NORTH, parts, Calls.newKey());
    assertThat(stored.status()).as(stored.body().toString()).isEqualTo(201);
    assertThat(stored.body().at("/signature/reason").asString()).isEqualTo("SIGNATURE_WRONG");
    Answer all = calls.query(NORTH, Calls.own(client, NORTH).put("versions", "ALL"));
    assertThat(
            all.body()
                .path("documents")
                .valueStream()
                .map(found -> found.at("/signature/state").asString()))
        .containsExactlyInAnyOrder("VERIFIED", "NOT_VERIFIED");
  }

  /** Client systems have retry queues: the same bytes under another key are the same upload. */
  @Test
  void theSameSignedUploadUnderAnotherKeyGetsTheSameAnswer() {
    Answer first = store(JWS, JOSE);
    Answer second = store(JWS, JOSE);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(kept()).hasSize(1);
  }

  @Test
  void otherFormsAreRefused() {
    for (String type : List.of("application/pkcs7-signature", "text/plain", "application/json")) {
      assertThat(store(JWS, MediaType.parseMediaType(type)).status()).as(type).isEqualTo(415);
    }
    assertThat(store(JWS, MediaType.parseMediaType("application/jose;charset=utf-8")).status())
        .isEqualTo(201);
  }

  @Test
  void oneSignatureOfLimitedLength() {
    byte[] large = new byte[256 * 1024 + 1];
    Arrays.fill(large, (byte) 'a');
    assertThat(store(large, JOSE).status()).isEqualTo(413);
    MultipartBodyBuilder two = upload(JWS, JOSE);
    two.part("signature", JWS, JOSE);
    assertThat(calls.store(NORTH, two, Calls.newKey()).status()).isEqualTo(400);
    assertThat(store(Arrays.copyOf(large, 256 * 1024), JOSE).status()).isEqualTo(201);
  }

  @Test
  void signaturesWithoutAPurposeAreRefused() {
    MultipartBodyBuilder parts = new MultipartBodyBuilder();
    parts.part("metadata", metadata.toString(), MediaType.APPLICATION_JSON);
    parts.part("signature", JWS, JOSE);
    assertThat(calls.store(NORTH, parts, Calls.newKey()).status()).isEqualTo(400);
  }

  /** The signer's name is metadata of the document and stands nowhere else. */
  @Test
  void theSignersNameStaysBesideTheDocument() {
    Signer signer = Verifying.ISSUER.signer("Salainen Signeeraaja");
    Answer stored = store(Jws.es256(signer).sign(CONTENT), JOSE);
    assertThat(stored.body().toString()).doesNotContain("Signeeraaja");
    assertThat(found().path("signedBy").asString()).isEqualTo("Salainen Signeeraaja");
    for (String table : List.of("access_record", "idempotency", "outbox")) {
      assertThat(
              sql()
                  .count("select count(*) from " + table + " t where t::text like '%Signeeraaja%'"))
          .as(table)
          .isZero();
    }
  }
}
