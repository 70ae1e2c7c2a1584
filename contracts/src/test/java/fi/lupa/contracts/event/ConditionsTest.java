package fi.lupa.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.event.Samples.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What depends on another field: one change to a good sample that makes it contradict itself. */
class ConditionsTest {
  @ParameterizedTest(name = "{0}: {1} = {2}")
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "fi.lupa.authorization.usage-right-changed.v1.1.json, change, ENDED",
        "fi.lupa.authorization.usage-right-changed.v1.1.json, endReason, OTHER",
        "fi.lupa.authorization.usage-right-changed.v1.1.json, endedAt, 2026-11-22T08:00:00Z",
        "fi.lupa.authorization.usage-right-changed.v1.2.json, endReason, ",
        "fi.lupa.authorization.usage-right-changed.v1.2.json, endedAt, 2026-11-22T11:15:30+02:00",
        "fi.lupa.authorization.usage-right-changed.v1.5.json, change, GRANTED",
        "fi.lupa.authorization.usage-right-changed.v1.5.json, endedAt, 2026-11-22T08:00:00Z",
        "fi.lupa.authorization.usage-right-changed.v1.6.json, change, AMENDED",
        "fi.lupa.authorization.client-linked.v1.1.json, state, CANCELLED",
        "fi.lupa.authorization.client-linked.v1.1.json, cancelledAt, 2026-11-23T06:40:00Z",
        "fi.lupa.authorization.client-linked.v1.2.json, state, LINKED",
        "fi.lupa.authorization.client-linked.v1.2.json, cancelledAt, ",
        "fi.lupa.consent.informing-recorded.v1.1.json, recorder, ",
        "fi.lupa.consent.informing-recorded.v1.2.json, recorder, 1.2.246.10.91000005.10.0",
        "fi.lupa.consent.permit-changed.v1.1.json, kind, SOCIAL_TO_HEALTH",
        "fi.lupa.consent.permit-changed.v1.1.json, channel, CITIZEN",
        "fi.lupa.consent.permit-changed.v1.2.json, kind, SOCIAL_CARE",
        "fi.lupa.consent.permit-changed.v1.2.json, kind, HEALTH_TO_SOCIAL",
        "fi.lupa.consent.permit-changed.v1.5.json, kind, SOCIAL_CARE",
        "fi.lupa.consent.permit-changed.v1.5.json, kind, SOCIAL_TO_HEALTH",
        "fi.lupa.consent.permit-changed.v1.6.json, state, GIVEN",
        "fi.lupa.consent.prohibition-changed.v1.1.json, serviceTask, ",
        "fi.lupa.consent.prohibition-changed.v1.1.json, target, CONTROLLER",
        "fi.lupa.consent.prohibition-changed.v1.1.json, controller, 1.2.246.10.91000005.10.0",
        "fi.lupa.consent.prohibition-changed.v1.1.json, state, CANCELLED",
        "fi.lupa.consent.prohibition-changed.v1.2.json, document, ",
        "fi.lupa.consent.prohibition-changed.v1.2.json, serviceTask, FAMILIES",
        "fi.lupa.consent.prohibition-changed.v1.3.json, state, SET",
        "fi.lupa.consent.guardian-prohibition-changed.v1.1.json, state, CANCELLED",
        "fi.lupa.consent.guardian-prohibition-changed.v1.1.json, target, DOCUMENT",
        "fi.lupa.consent.guardian-prohibition-changed.v1.1.json, serviceTask, FAMILIES",
        "fi.lupa.consent.guardian-prohibition-changed.v1.2.json, document, ",
        "fi.lupa.consent.guardian-prohibition-changed.v1.2.json, recorder, ",
        "fi.lupa.consent.guardian-prohibition-changed.v1.3.json, state, ACCEPTED",
        "fi.lupa.consent.guardian-prohibition-changed.v1.3.json, serviceTask, ",
        "fi.lupa.disclosure.representative-viewed.v1.1.json, role, PARENT",
        "fi.lupa.disclosure.break-glass-reviewed.v1.1.json, outcome, EXPLANATION_ASKED",
        "fi.lupa.consent.representation-changed.v1.3.json, role, GUARDIAN_OF_MINOR",
        "fi.lupa.consent.representation-changed.v1.1.json, role, PARENT",
        "fi.lupa.consent.permit-changed.v1.7.json, representative, PARENT",
        "fi.lupa.disclosure.records-queried.v1.1.json, reasonCode, NO_REGISTER_RIGHT",
        "fi.lupa.disclosure.records-queried.v1.1.json, outcome, DENIED",
        "fi.lupa.disclosure.records-queried.v1.1.json, ground, PERMIT",
        "fi.lupa.disclosure.records-queried.v1.2.json, ground, ",
        "fi.lupa.disclosure.records-queried.v1.3.json, reasonCode, ",
        "fi.lupa.disclosure.records-queried.v1.3.json, outcome, PERMITTED",
        "fi.lupa.disclosure.document-stored.v1.1.json, outcome, DENIED",
        "fi.lupa.disclosure.document-stored.v1.1.json, outcome, PARTIAL",
        "fi.lupa.disclosure.document-stored.v1.1.json, basis, DISCLOSURE",
        "fi.lupa.disclosure.document-stored.v1.2.json, reasonCode, ",
        "fi.lupa.disclosure.document-stored.v1.3.json, version, 0",
        "fi.lupa.disclosure.document-voided.v1.1.json, outcome, DENIED",
        "fi.lupa.disclosure.document-voided.v1.1.json, outcome, PARTIAL",
        "fi.lupa.disclosure.document-voided.v1.1.json, reason, ",
        "fi.lupa.disclosure.document-voided.v1.2.json, reasonCode, ",
        "fi.lupa.disclosure.document-voided.v1.2.json, outcome, PERMITTED",
      })
  void aContradictionIsRefused(String file, String field, String value) {
    Sample sample =
        Samples.all().stream().filter(one -> one.name().equals(file)).findFirst().orElseThrow();
    ObjectNode broken = (ObjectNode) sample.data().deepCopy();
    broken.put(field, value);
    assertThat(broken).isNotEqualTo(sample.data());
    assertThat(Schemas.errors(sample.type(), broken)).isNotEmpty();
  }
}
