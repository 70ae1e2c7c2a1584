package fi.lupa.disclosure.citizen.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.platform.web.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** A citizen finds the organisations that permits and prohibitions can name. */
class MyOrganisationsIT extends DisclosureIT {
  private static final String LIST = "/v1/my/organisations";

  private final Client client = Client.person();

  private List<String> ids(int limit) {
    return items(limit).stream().map(item -> item.path("id").asString()).toList();
  }

  /** All pages: other tests have organisations too. */
  private List<JsonNode> items(int limit) {
    List<JsonNode> items = new ArrayList<>();
    String next = "";
    do {
      Answer page = calls.my(client, LIST + "?limit=" + limit + next);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body().toString()).doesNotContain("1.2.246");
      page.body().path("items").forEach(items::add);
      next = page.body().path("next").isNull() ? "" : "&cursor=" + page.text("next");
    } while (!next.isEmpty());
    return items;
  }

  @Test
  void eachStandsThereOnceAlsoWhereTwoHaveOneName() {
    calls.given(
        Given.organisation(Oids.organisation(), "HEALTH", "PRIVATE")
            .with("name", Map.of("fi", "Äänekosken apu", "sv", "Hjälp")));

    List<String> all = ids(200);

    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(4);
    assertThat(ids(3)).isEqualTo(all);
    assertThat(items(200).toString())
        .contains("Äänekosken apu", "Hjälp", "\"sector\":\"HEALTH\",\"ownership\":\"PRIVATE\"");
  }

  @Test
  void anotherCitizenKnowsThemByOtherReferences() {
    Client other = Client.person();

    assertThat(ids(200))
        .doesNotContainAnyElementsOf(
            calls.my(other, LIST + "?limit=200").body().findValuesAsString("id"));
    String cursor = Cursor.encode(ids(200).getFirst());
    assertThat(calls.my(client, LIST + "?cursor=" + cursor).status()).isEqualTo(200);
    assertThat(calls.my(other, LIST + "?cursor=" + cursor).status()).isEqualTo(400);
    assertThat(calls.my(client, LIST + "?cursor=nonsense").status()).isEqualTo(400);
  }

  @Test
  void onlyACitizenIsLetIn() {
    assertThat(
            calls.send(HttpMethod.GET, LIST, Calls.token(NORTH, "organisations.read"), null).code())
        .isEqualTo("SCOPE_MISSING");
    assertThat(calls.send(HttpMethod.GET, LIST, null, null).status()).isEqualTo(401);
  }
}
