package fi.lupa.authorization.organisation;

import static fi.lupa.authorization.support.Calls.newOid;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOrganisationIT extends AuthorizationIT {
  @Test
  void everyProviderReadsEveryOrganisation() {
    String oid = calls.registered();
    Answer answer = calls.get("/v1/organisations/" + oid, newOid());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.etag()).isEqualTo("\"1\"");
    assertThat(answer.text("oid")).isEqualTo(oid);
    assertThat(answer.body().has("effective")).isFalse();
  }

  @Test
  void anUnknownOrganisationIsNotFound() {
    Answer answer = calls.get("/v1/organisations/" + newOid(), Calls.OPERATOR);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void whatIsNoOidIsRefused() {
    assertThat(calls.get("/v1/organisations/hello", Calls.OPERATOR).status()).isEqualTo(400);
  }

  @Test
  void theListShowsEachOnceInTheOrderOfTheirOids() {
    List<String> registered = List.of(calls.registered(), calls.registered(), calls.registered());
    List<String> seen = new ArrayList<>();
    String url = "/v1/organisations?limit=2";
    while (url != null) {
      Answer page = calls.get(url, Calls.OPERATOR);
      page.body().path("items").forEach(item -> seen.add(item.path("oid").asString()));
      url =
          page.body().path("next").isNull()
              ? null
              : "/v1/organisations?limit=2&cursor=" + page.text("next");
    }
    assertThat(seen).containsAll(registered).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=x",
        "cursor=AAAA",
        "cursor=%00",
        "cursor="
      })
  void aPageThatCannotBeIsRefused(String query) {
    Answer answer = calls.get("/v1/organisations?" + query, Calls.OPERATOR);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"effect", "effect?version=", "effect?version=0", "effect?version=x"})
  void anEffectIsAskedOfAVersion(String path) {
    String oid = calls.registered();
    assertThat(calls.get("/v1/organisations/" + oid + "/" + path, oid).status()).isEqualTo(400);
  }

  @Test
  void aVersionToComeIsNotFound() {
    String oid = calls.registered();
    assertThat(calls.get("/v1/organisations/" + oid + "/effect?version=2", oid).status())
        .isEqualTo(404);
  }
}
