package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.platform.client.OpaqueOids.Kind;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every version of a declaration can be read, by any provider and by the citizen it is about. */
class VersionsIT extends ServiceUnderTest {
  @Test
  void allVersionsOfAPermit() {
    String person = informedPerson();
    Answer given =
        provider()
            .create(
                "/v1/permits",
                Bodies.permit(
                    Bodies.identityCode(person),
                    "SOCIAL_TO_HEALTH",
                    "GIVEN",
                    Bodies.HEALTH_TARGETS))
            .inForce(201, 1);
    citizen(person).change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null).inForce(200, 2);
    provider(SOUTH)
        .create(
            "/v1/permits",
            Bodies.permit(Bodies.identityCode(person), "SOCIAL_TO_HEALTH", "REFUSED", null))
        .inForce(201, 3);

    Answer all = provider(SOUTH).get("/v1/permits/" + given.id() + "/versions").is(200);

    assertThat(all.body().path("items").findValuesAsString("state"))
        .containsExactly("GIVEN", "WITHDRAWN", "REFUSED");
    assertThat(all.body().path("items").findValuesAsString("channel"))
        .containsExactly("PROVIDER", "CITIZEN", "PROVIDER");
    assertThat(all.body().at("/items/0/targets")).hasSize(2);
    assertThat(all.body().toString()).doesNotContain(Bodies.NAME, Bodies.ROLE, NORTH);
    String provider = "1.2.246.10.95000001.10.0";
    String mine =
        citizen(person).get("/v1/my/permits/" + given.id() + "/versions").is(200).body().toString();
    assertThat(mine)
        .isEqualTo(
            all.body()
                .toString()
                .replace(provider, reference(person, Kind.ORGANISATION, provider)));
  }

  @Test
  void allVersionsOfAProhibition() {
    String person = informedPerson();
    Answer set =
        citizen(person)
            .create("/v1/my/prohibitions", Bodies.myProhibition(Bodies.task("DISABILITY")))
            .inForce(201, 1);
    provider()
        .change("/v1/prohibitions/" + set.id() + "/cancellation", 1, Bodies.ONLY_RECORDER)
        .inForce(200, 2);

    Answer all = provider().get("/v1/prohibitions/" + set.id() + "/versions").is(200);

    assertThat(all.body().path("items").findValuesAsString("state"))
        .containsExactly("SET", "CANCELLED");
    assertThat(all.body().path("items").findValuesAsString("channel"))
        .containsExactly("CITIZEN", "PROVIDER");
    assertThat(all.body().toString()).doesNotContain(Bodies.NAME);
    assertThat(citizen(person).get("/v1/my/prohibitions/" + set.id() + "/versions").is(200).body())
        .isEqualTo(all.body());
  }

  @Test
  void anotherCitizensVersionsAreNotFound() {
    String person = informedPerson();
    Answer permit = provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN"));
    Answer prohibition =
        citizen(person)
            .create("/v1/my/prohibitions", Bodies.myProhibition(Bodies.task("FAMILIES")));
    Api other = citizen(informedPerson());

    other.get("/v1/my/permits/" + permit.id() + "/versions").is(404, "NOT_FOUND");
    other.get("/v1/my/prohibitions/" + prohibition.id() + "/versions").is(404, "NOT_FOUND");
    provider().get("/v1/permits/" + UUID.randomUUID() + "/versions").is(404, "NOT_FOUND");
    provider().get("/v1/prohibitions/" + permit.id() + "/versions").is(404, "NOT_FOUND");
  }
}
