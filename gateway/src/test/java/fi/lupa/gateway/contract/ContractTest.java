package fi.lupa.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.gateway.Service;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

class ContractTest {

  private final Contract contract =
      new Contract(
          List.of(act(Service.AUDIT, "/v1/a/{id}"), act(Service.CONSENT, "/v1/a/searches")));

  @Test
  void theMoreExactPlaceIsFoundFirst() {
    assertThat(contract.place("/v1/a/searches").act(HttpMethod.GET).service())
        .isEqualTo(Service.CONSENT);
    assertThat(contract.place("/v1/a/018f").act(HttpMethod.GET).service()).isEqualTo(Service.AUDIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "/v1",
        "/v1/",
        "/v1/a/",
        "/v1/a//b",
        "/v1/a/..",
        "/v1/a/.b",
        "/v1/a/%2e",
        "/v1/a/b;c",
        "/v1/a/ä",
        "/v1/a/b c",
        "v1/a/b",
        "/V1/a/b",
        "/v1/a/{id}",
        "/v1/a/searches/"
      })
  void whatIsNoPlainPathIsNowhere(String path) {
    assertThat(contract.place(path)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/a/1.2.246.10-x_Y", "/v1/a/-", "/v1/a/a.", "/v1/a/searches.x"})
  void idsHaveDotsInside(String path) {
    assertThat(contract.place(path).act(HttpMethod.GET).service()).isEqualTo(Service.AUDIT);
  }

  @Test
  void twoServicesCannotOfferTheSame() {
    List<Operation> twice =
        List.of(act(Service.AUDIT, "/v1/a/{id}"), act(Service.CONSENT, "/v1/a/{id}"));
    assertThatThrownBy(() -> new Contract(twice)).hasMessageContaining("/v1/a/{id}");
  }

  @Test
  void aFileIsReadForPathsBodiesAndOpenness() {
    List<Operation> read =
        ContractFile.operations(
            Service.AUDIT,
            file(
                """
                paths:
                  /v1/open:
                    parameters: []
                    get: {security: []}
                  /v1/b:
                    post:
                      requestBody: {$ref: '#/components/requestBodies/B'}
                  /internal/c:
                    get: {}
                components:
                  requestBodies:
                    B: {content: {application/json: {}, text/plain: {}}}
                """));
    assertThat(read)
        .containsExactlyInAnyOrder(
            new Operation(Service.AUDIT, HttpMethod.GET, "/v1/open", List.of(), true),
            new Operation(
                Service.AUDIT,
                HttpMethod.POST,
                "/v1/b",
                List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN),
                false));
  }

  @Test
  void aFileThatOffersNothingIsAMistake() {
    assertThatThrownBy(
            () -> ContractFile.operations(Service.AUDIT, file("paths: {/internal/a: {get: {}}}")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Operation act(Service service, String path) {
    return new Operation(service, HttpMethod.GET, path, List.of(), false);
  }

  private static ByteArrayResource file(String text) {
    return new ByteArrayResource(text.getBytes());
  }
}
