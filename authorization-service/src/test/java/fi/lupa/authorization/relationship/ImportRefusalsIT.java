package fi.lupa.authorization.relationship;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static fi.lupa.authorization.support.RelationshipDocuments.block;
import static fi.lupa.authorization.support.RelationshipDocuments.document;
import static fi.lupa.authorization.support.RelationshipDocuments.root;
import static fi.lupa.authorization.support.RelationshipDocuments.task;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.testkit.TestIssuer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is refused as a whole, after which nothing is changed. */
@ExtendWith(OutputCaptureExtension.class)
class ImportRefusalsIT extends ImportIT {
  private static final String SECRET = "Salainen Riskitieto";

  @Test
  void aDocumentThatBreaksItsSchemaIsRefusedWithPointersAndWithoutItsContent() {
    ObjectNode broken = blocks(open());
    root(broken).put("vieras", SECRET);
    ((ObjectNode) root(broken).path("asiakas")).remove("turvakielto");
    Answer answer = take(1, broken);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("DOCUMENT_INVALID");
    assertThat(pointers(answer)).isNotEmpty().allMatch(one -> one.startsWith("/document"));
    assertThat(answer.body().toString()).doesNotContain(SECRET).doesNotContain(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.246.10.90000011.6.1506.15003.2026.11.22",
        "1.2.246.537.6.1505.2.2022.6.28",
        "1.2.246.10.90000011.6.1505.1.2020.1.1",
        "1.2"
      })
  void anotherSchemaThanOfARelationshipOrAnUnknownOneIsRefused(String schema) {
    Answer answer = send(with(request(1, blocks(open())), "schemaOid", schema));
    assertThat(answer.code()).isEqualTo("DOCUMENT_INVALID");
    assertThat(pointers(answer)).containsExactly("/schemaOid");
  }

  @Test
  void aDocumentMustNameItsClientAndOrganiser() {
    ObjectNode bare = blocks(open());
    ((ObjectNode) root(bare).path("asiakas")).remove("henkilotunnus");
    root(bare).remove("palvelunjarjestajan_toimintayksikko");
    assertThat(pointers(take(1, bare)))
        .containsExactly(
            "/document/asiakkuusasiakirja/asiakas",
            "/document/asiakkuusasiakirja/palvelunjarjestajan_toimintayksikko");
  }

  @Test
  void theOrganiserInTheDocumentMustBeTheCaller() {
    ObjectNode ofOther = document(client, unit(other, 1), task(DISABILITY, open()));
    Answer answer = take(1, ofOther);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("RELATIONSHIP_OF_OTHER_ORGANISER");
    assertThat(take(1, document(client, organiser, task(DISABILITY, open()))).status())
        .isEqualTo(200);
  }

  @Test
  void anOldRelationshipGivesNoRights() {
    ObjectNode old = blocks(open());
    ((ObjectNode) root(old).path("sosiaalihuollon_asiakkuus")).put("vanha_asiakkuus", true);
    assertThat(take(1, old).code()).isEqualTo("RELATIONSHIP_IS_OLD");
  }

  @Test
  void whatIsRefusedLeavesNothingBehind() throws SQLException {
    take(1, document(client, unit(other, 1), task(DISABILITY, open())));
    assertThat(
            sql()
                .count(
                    "select count(*) from client_relationship where organiser = '"
                        + organiser
                        + "'"))
        .isZero();
  }

  @Test
  void anOrganiserThatHasNotJoinedGetsNoRights() {
    String registered = calls.registered(with(registration(newOid()), "status", "REGISTERED"));
    organiser = registered;
    assertThat(changes(take(1, blocks(open())))).containsExactly("REFUSED ORGANISER_NOT_READY");
  }

  @Test
  void onlyWhoMayManageRightsImports() {
    String token = TestIssuer.shared().token(organiser, "rights.read");
    Answer answer =
        calls.send(
            HttpMethod.POST,
            "/v1/client-relationships",
            token,
            request(1, blocks(open())),
            "Idempotency-Key",
            newKey());
    assertThat(answer.code()).isEqualTo("SCOPE_MISSING");
    assertThat(calls.post("/v1/client-relationships", organiser, request(1, blocks())).code())
        .isEqualTo("IDEMPOTENCY_KEY_MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "documentOid", "version", "schemaOid", "document"})
  void everyMemberIsNeeded(String member) {
    ObjectNode request = request(1, blocks(open()));
    request.remove(member);
    Answer answer = send(request);
    assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
    assertThat(pointers(answer)).containsExactly("/" + member);
  }

  @Test
  void aVersionCountsFromOneAndADocumentIsAnObject() {
    assertThat(pointers(take(0, blocks()))).containsExactly("/version");
    assertThat(pointers(send(with(request(1, blocks()), "document", List.of(1)))))
        .containsExactly("/document");
    assertThat(pointers(send(with(request(2, blocks()), "baseVersion", 0))))
        .containsExactly("/baseVersion");
  }

  @Test
  void nothingOfTheDocumentIsKeptOrTold(CapturedOutput output) throws SQLException {
    ObjectNode document = blocks(open());
    ((ObjectNode) root(document).path("asiakas")).put("sukunimi", "Salanimi");
    Answer answer = take(1, document);
    String id = id(answer, 0);
    Events.await(id, 1);
    List<String> kept =
        sql()
            .column(
                "select string_agg(t::text, ' ') from client_relationship t union all "
                    + "select string_agg(t::text, ' ') from usage_right_origin t union all "
                    + "select string_agg(t::text, ' ') from idempotency t union all "
                    + "select string_agg(t::text, ' ') from usage_right_version t");
    String all =
        kept.stream().collect(Collectors.joining())
            + output.getAll()
            + answer.body()
            + Events.await(id, 1);
    assertThat(all).doesNotContain("Salanimi").doesNotContain(client);
  }

  @Test
  void aRequestIsNotRepeatedInItsProblem() {
    Answer answer = send(body("client", Map.of("identityCode", "010190-999X"), "x", SECRET));
    assertThat(answer.body().toString()).doesNotContain(SECRET).doesNotContain("010190-999X");
  }

  @Test
  void aBlockMayComeFromThePast() {
    assertThat(changes(take(1, blocks(block(unit(producer, 1), "2015-05-01", null)))))
        .containsExactly("GRANTED");
  }

  private static List<String> pointers(Answer answer) {
    return answer
        .body()
        .path("violations")
        .valueStream()
        .map((JsonNode one) -> one.path("pointer").asString())
        .toList();
  }
}
