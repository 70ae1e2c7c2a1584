package fi.lupa.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.gateway.Service;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

class ContractTest {

  @Test
  void theMoreExactPlaceIsFoundFirst() {
    Contract contract =
        new Contract(
            List.of(act(Service.AUDIT, "/v1/a/{id}"), act(Service.CONSENT, "/v1/a/searches")));
    assertThat(contract.place("/v1/a/searches").act(HttpMethod.GET).service())
        .isEqualTo(Service.CONSENT);
    assertThat(contract.place("/v1/a/018f").act(HttpMethod.GET).service()).isEqualTo(Service.AUDIT);
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
