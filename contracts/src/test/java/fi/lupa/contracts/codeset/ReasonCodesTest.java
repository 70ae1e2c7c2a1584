package fi.lupa.contracts.codeset;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ContractFiles;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The reason codes of all services together. */
class ReasonCodesTest {
  private static final Set<Integer> STATUSES =
      Set.of(
          400, 401, 403, 404, 405, 406, 409, 412, 413, 414, 415, 422, 428, 429, 431, 500, 503, 504);

  @Test
  void everyServiceHasItsFile() {
    assertThat(
            ContractFiles.in("codesets/reason-codes", ".yaml").stream()
                .map(f -> f.getFileName().toString()))
        .containsExactlyInAnyOrder(
            "platform.yaml",
            "authorization.yaml",
            "consent.yaml",
            "disclosure.yaml",
            "audit.yaml",
            "gateway.yaml");
  }

  @Test
  void aCodeStandsInOneFileAndHasAllItsParts() {
    Map<String, JsonNode> all = all();
    assertThat(all.keySet()).allMatch(code -> code.matches("[A-Z][A-Z0-9_]{2,63}"));
    for (JsonNode reason : all.values()) {
      assertThat(reason.propertyNames())
          .containsExactlyInAnyOrder("status", "title", "fi", "sv", "en");
      assertThat(reason.path("title").asString())
          .isNotBlank()
          .hasSizeLessThanOrEqualTo(60)
          .doesNotEndWith(".");
    }
  }

  @Test
  void statusesAreThoseOfTheInterface() {
    assertThat(all().values())
        .allMatch(r -> r.path("status").isNull() || STATUSES.contains(r.path("status").asInt()));
  }

  @Test
  void onlyTheDisclosureServiceHasCodesWithoutAStatus() {
    for (var file : ContractFiles.in("codesets/reason-codes", ".yaml")) {
      if (!file.endsWith("disclosure.yaml")) {
        assertThat(ContractFiles.yaml(file).values())
            .noneMatch(reason -> reason.path("status").isNull());
      }
    }
  }

  @Test
  void textsArePlainSentences() {
    for (JsonNode reason : all().values()) {
      for (String language : List.of("fi", "sv", "en")) {
        assertThat(reason.path(language).asString())
            .endsWith(".")
            .hasSizeLessThanOrEqualTo(200)
            .doesNotContainPattern("[{}<>]|JSON|HTTP|\\bOID\\b|\\b[Tt]oken");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REQUEST_INVALID, 400", "IDEMPOTENCY_KEY_MISSING, 400", "TOKEN_MISSING, 401",
        "TOKEN_INVALID, 401",
    "SCOPE_MISSING, 403", "ORGANISATION_MISSING, 403", "NOT_FOUND, 404", "METHOD_NOT_ALLOWED, 405",
    "NOT_ACCEPTABLE, 406", "VERSION_CONFLICT, 412", "PAYLOAD_TOO_LARGE, 413",
        "MEDIA_TYPE_UNSUPPORTED, 415",
    "IDEMPOTENCY_KEY_REUSED, 422", "PRECONDITION_REQUIRED, 428", "INTERNAL_ERROR, 500",
        "BACKEND_UNAVAILABLE, 503",
    "ORGANISATION_EXISTS, 409", "UNIT_EXISTS, 409", "NOT_INFORMED, 409",
        "TEMPORARY_ID_NO_PERMIT, 409",
    "PROHIBITION_EXISTS, 409"
  })
  void agreedCodesKeepTheirStatus(String code, int status) {
    assertThat(all().get(code).path("status").asInt()).isEqualTo(status);
  }

  private static Map<String, JsonNode> all() {
    Map<String, JsonNode> all = new HashMap<>();
    for (var file : ContractFiles.in("codesets/reason-codes", ".yaml")) {
      Collection<Map.Entry<String, JsonNode>> reasons = ContractFiles.yaml(file).properties();
      reasons.forEach(reason ->
          assertThat(all.put(reason.getKey(), reason.getValue()))
              .as(reason.getKey() + " stands in two files")
              .isNull());
    }
    return all;
  }
}
