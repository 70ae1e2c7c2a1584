package fi.lupa.disclosure.citizen.documents;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.testkit.TestIssuer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Somebody looks at the documents of a person they may act for (facts 10.7). */
class RepresentativeIT extends DisclosureIT {
  private static final String LIST = "/v1/my/documents";

  private final Client child = Client.child();
  private final Client guardian = Client.person();
  private final UUID id = UUID.randomUUID();

  private Given.Fact relation() {
    return Given.representation(child.ref(), guardian.ref(), "GUARDIAN_OF_MINOR").with("id", id);
  }

  private Answer asGuardian(HttpMethod method, String path, Object body) {
    String token =
        TestIssuer.shared()
            .representativeToken(child.text(), guardian.text(), id, "GUARDIAN_OF_MINOR");
    return calls.send(method, path, token, body);
  }

  private Answer list() {
    return asGuardian(HttpMethod.GET, LIST, null);
  }

  @Test
  void aGuardianSeesTheChildsDocumentsAndIsOnRecord() {
    calls.given(relation());
    calls.stored(NORTH, Calls.metadata(child, NORTH));

    Answer list = list();

    assertThat(list.status()).as(list.body().toString()).isEqualTo(200);
    String document = list.body().at("/items/0/id").asString();
    assertThat(asGuardian(HttpMethod.GET, LIST + "/" + document + "/content", null).text("text"))
        .contains("teksti");
    assertThat(
            asGuardian(HttpMethod.POST, "/v1/my/visibility", object("document", document)).status())
        .isEqualTo(200);
    assertThat(calls.my(child, LIST).body()).as("the child sees the same").isEqualTo(list.body());
    assertThat(
            sql()
                .column(
                    "select act || ' ' || coalesce(representation_role, '-') from citizen_view where client_ref = '"
                        + child.ref()
                        + "' order by occurred_at"))
        .containsExactly(
            "LIST GUARDIAN_OF_MINOR",
            "CONTENT GUARDIAN_OF_MINOR",
            "VISIBILITY GUARDIAN_OF_MINOR",
            "LIST -");
  }

  @Test
  void aBarredGuardianGetsAStrangersAnswer() {
    Answer stranger = list();
    calls.given(relation().with("blocked", true));
    Answer barred = list();

    for (Answer answer : List.of(stranger, barred)) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("NO_REPRESENTATION");
    }
    assertThat(barred.body().propertyNames()).isEqualTo(stranger.body().propertyNames());
    assertThat(barred.text("detail")).isEqualTo(stranger.text("detail"));
    assertThat(
            sql()
                .column(
                    "select reason_code from citizen_view where client_ref = '"
                        + child.ref()
                        + "' and representative_ref = '"
                        + guardian.ref()
                        + "'"))
        .containsExactly("NO_REPRESENTATION", "NO_REPRESENTATION");
  }

  @Test
  void aRelationThatEndedLetsNobodyInAnyMore() {
    calls.given(relation());
    assertThat(list().status()).isEqualTo(200);

    calls.given(relation().version(2).with("state", "ENDED"));

    assertThat(list().code()).isEqualTo("NO_REPRESENTATION");
  }
}
