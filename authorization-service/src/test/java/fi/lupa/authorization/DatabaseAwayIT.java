package fi.lupa.authorization;

import static fi.lupa.authorization.support.Calls.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.ObjectNode;

/** Without its database the service says so, and goes on when it is back. */
class DatabaseAwayIT extends AuthorizationIT {
  @Test
  void nothingIsHalfDoneAndTheRepeatedRequestIsDoneOnce() throws Exception {
    String organiser = calls.registered();
    ObjectNode grant = Calls.grant(Persons.newIdentityCode(), calls.registered());
    String key = newKey();

    wire().refuse();
    Answer refused = calls.grant(organiser, grant, key);
    assertUnavailable(refused);
    assertUnavailable(calls.get("/v1/organisations", organiser));

    wire().resume();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> calls.grant(organiser, grant, key).status() == 201);
    assertThat(
            sql().count("select count(*) from usage_right where organiser = '" + organiser + "'"))
        .isEqualTo(1);
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("BACKEND_UNAVAILABLE");
    assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isNotEmpty();
  }
}
