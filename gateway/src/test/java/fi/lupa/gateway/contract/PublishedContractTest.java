package fi.lupa.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.gateway.Service;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * Everything the real contracts open to the outside. Opening or closing a door changes this list.
 */
class PublishedContractTest {
  private static final String OPEN =
      """
          authorization GET /v1/organisations
          authorization POST /v1/organisations
          authorization GET /v1/organisations/{oid}
          authorization PUT /v1/organisations/{oid}
          authorization GET /v1/organisations/{oid}/effect
          authorization GET /v1/organisations/{oid}/onboardings
          authorization POST /v1/organisations/{oid}/onboardings
          authorization GET /v1/onboardings
          authorization GET /v1/onboardings/{id}
          authorization POST /v1/onboardings/{id}/steps
          authorization POST /v1/client-relationships
          authorization POST /v1/client-relationships/ends
          authorization POST /v1/client-links
          authorization GET /v1/client-links/{id}
          authorization POST /v1/client-links/{id}/cancellation
          authorization GET /v1/client-links/{id}/effect
          authorization POST /v1/usage-rights
          authorization PUT /v1/usage-rights/{id}
          authorization POST /v1/usage-rights/batches
          authorization GET /v1/usage-rights/batches/{id}
          authorization POST /v1/usage-rights/batches/{id}/cancellation
          authorization GET /v1/usage-rights/batches/{id}/lines
          authorization POST /v1/usage-rights/searches
          authorization GET /v1/usage-rights/{id}
          authorization GET /v1/usage-rights/{id}/effect
          authorization POST /v1/usage-rights/{id}/end
          authorization GET /v1/usage-rights/{id}/versions
          consent POST /v1/declarations/prints
          consent POST /v1/guardian-prohibitions
          consent POST /v1/guardian-prohibitions/searches
          consent POST /v1/guardian-prohibitions/{id}/cancellation
          consent GET /v1/guardian-prohibitions/{id}/effect
          consent GET /v1/information-texts
          consent POST /v1/informings
          consent POST /v1/informings/searches
          consent GET /v1/informings/{id}/effect
          consent GET /v1/my/informing
          consent POST /v1/my/informing
          consent GET /v1/my/informing/effect
          consent GET /v1/my/information-text
          consent GET /v1/my/permits
          consent POST /v1/my/permits
          consent GET /v1/my/permits/{id}/effect
          consent GET /v1/my/permits/{id}/versions
          consent POST /v1/my/permits/{id}/withdrawal
          consent POST /v1/my/prints
          consent GET /v1/my/prohibitions
          consent POST /v1/my/prohibitions
          consent POST /v1/my/prohibitions/{id}/cancellation
          consent GET /v1/my/prohibitions/{id}/effect
          consent GET /v1/my/prohibitions/{id}/versions
          consent POST /v1/permits
          consent POST /v1/permits/searches
          consent GET /v1/permits/{id}/effect
          consent GET /v1/permits/{id}/versions
          consent POST /v1/permits/{id}/withdrawal
          consent POST /v1/prohibitions
          consent POST /v1/prohibitions/searches
          consent POST /v1/prohibitions/{id}/cancellation
          consent GET /v1/prohibitions/{id}/effect
          consent GET /v1/prohibitions/{id}/versions
          consent POST /v1/representations
          consent POST /v1/representations/batches
          consent POST /v1/representations/{id}/end
          consent GET /v1/representations/{id}/effect
          disclosure POST /v1/break-glass/searches
          disclosure POST /v1/break-glass/{id}/review
          disclosure POST /v1/client-summaries
          disclosure POST /v1/disclosure-notices
          disclosure POST /v1/documents
          disclosure POST /v1/documents/{documentOid}/voiding
          disclosure POST /v1/log/exports
          disclosure POST /v1/log/searches
          disclosure GET /v1/log/signals
          disclosure POST /v1/log/staff
          disclosure POST /v1/log/requests
          disclosure POST /v1/log/requests/searches
          disclosure POST /v1/log/requests/{id}/answer
          disclosure POST /v1/log/requests/{id}/decision
          disclosure POST /v1/log/requests/{id}/document
          disclosure POST /v1/log/requests/{id}/explanation
          disclosure POST /v1/log/requests/{id}/explanations
          disclosure POST /v1/log/requests/{id}/explanations/document
          disclosure GET /v1/my/log-requests
          disclosure POST /v1/my/log-requests
          disclosure GET /v1/my/log-requests/controllers
          disclosure GET /v1/my/log-requests/{id}/answer
          disclosure GET /v1/my/log-requests/{id}/document
          disclosure POST /v1/my/log-requests/{id}/explanations
          disclosure GET /v1/my/log-requests/{id}/explanations/document
          disclosure GET /v1/my/documents
          disclosure GET /v1/my/documents/{id}
          disclosure GET /v1/my/documents/{id}/content
          disclosure GET /v1/my/organisations
          disclosure POST /v1/my/visibility
          disclosure POST /v1/visibility/searches
          disclosure POST /v1/record-queries
          disclosure GET /v1/record-queries/{id}
          disclosure POST /v1/retention/searches
          audit GET /v1/my/log
          audit GET /v1/my/log/organisations
          audit GET /v1/my/log/export
          audit GET /v1/my/log/{entryId}
          audit DELETE /v1/my/notifications
          audit GET /v1/my/notifications
          audit PUT /v1/my/notifications
          audit POST /v1/my/notifications/confirmation
          audit GET /v1/log/dead-letters
          audit GET /v1/log/dead-letters/{id}
          audit POST /v1/log/dead-letters/{id}/replay
          audit POST /v1/log/rebuilds
          audit GET /v1/log/rebuilds/{id}
          audit POST /v1/log/rebuilds/{id}/abandonment
          audit POST /v1/log/withholdings
          audit POST /v1/log/withholdings/searches
          audit POST /v1/log/withholdings/{id}/end
          audit GET /v1/my/log/{entryId}/proof
          audit GET /v1/log/anchors
          audit POST /v1/log/anchors
          audit POST /v1/log/months/{month}/removal
          audit POST /v1/log/entries/{id}/erasure
          audit GET /v1/log/key
          audit GET /v1/log/checkpoints
          audit GET /v1/log/checkpoints/{size}
          audit GET /v1/log/consistency
          audit GET /v1/log/tiles/checkpoint
          audit GET /v1/log/tiles/tile/{level}/{first}
          audit GET /v1/log/tiles/tile/{level}/{first}/{second}
          audit GET /v1/log/tiles/tile/{level}/{first}/{second}/{third}
          audit GET /v1/log/tiles/tile/{level}/{first}/{second}/{third}/{fourth}
      """;

  private static final Contract CONTRACT = new Contract(operations());

  @Test
  void exactlyTheseDoorsAreOpen() {
    assertThat(CONTRACT.operations())
        .extracting(one -> one.service().label() + " " + one.method() + " " + one.template())
        .containsExactlyInAnyOrderElementsOf(
            OPEN.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }

  @Test
  void noneIsInternal() {
    assertThat(CONTRACT.operations())
        .allSatisfy(one -> assertThat(one.template()).startsWith("/v1/"));
  }

  @Test
  void onlyWhatProvesTheLogIsOpenToEverybody() {
    assertThat(CONTRACT.operations())
        .filteredOn(Operation::open)
        .hasSize(9)
        .allMatch(one -> one.method().equals(HttpMethod.GET))
        .extracting(Operation::template)
        .allMatch(path -> path.matches("/v1/log/(key|consistency|(checkpoints|tiles)(/.*)?)"));
  }

  @Test
  void onlyBatchesComeInLines() {
    assertThat(CONTRACT.operations())
        .filteredOn(one -> one.accepts().contains(MediaType.APPLICATION_NDJSON))
        .extracting(Operation::template)
        .containsExactlyInAnyOrder("/v1/usage-rights/batches", "/v1/representations/batches");
  }

  @Test
  void onlyDocumentsAreLarge() {
    assertThat(CONTRACT.operations())
        .filteredOn(one -> one.accepts().contains(MediaType.MULTIPART_FORM_DATA))
        .extracting(Operation::template)
        .containsExactly("/v1/documents");
  }

  private static List<Operation> operations() {
    return Arrays.stream(Service.values())
        .flatMap(service ->
            ContractFile.operations(
                service, new ClassPathResource("openapi/" + service.label() + ".yaml"))
                .stream())
        .toList();
  }
}
