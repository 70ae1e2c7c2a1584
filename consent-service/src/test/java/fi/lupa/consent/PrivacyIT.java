package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where an identity code and a professional's name must not be. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyIT extends ServiceUnderTest {
  private static final String NAME = "Xanthippa Zyskowicz-Äyräväinen";

  @Test
  void personalDataStaysOutOfLogsEventsPushesAnswersAndOtherTables(CapturedOutput output) {
    String person = person();
    StringBuilder answers = new StringBuilder();
    Answer permit = actAndFail(person, answers);
    DISCLOSURE.goAway();
    answers.append(provider().create("/v1/informings", Bodies.informing(person)).is(202));

    try (KafkaReader kafka = new KafkaReader()) {
      await().until(() -> kafka.withKey(permit.id()).size() == 2);
      nowhere(person, kafka.events().toString());
    }
    assertThat(output.getAll()).contains("push of a fact failed");
    nowhere(person, output.getAll());
    nowhere(person, DISCLOSURE.pushed().toString());
    nowhere(person, answers.toString());
    for (List<String> table :
        rows("select table_name from information_schema.tables where table_schema = 'public'")) {
      String content = rows("select t::text from " + table.getFirst() + " t").toString();
      if (table.getFirst().endsWith("_version")) {
        assertThat(content).doesNotContain(person);
      } else {
        nowhere(person, content);
      }
    }
    assertThat(
            rows(
                "select professional_name from permit_version where id = '%s'"
                    .formatted(permit.id())))
        .contains(List.of(NAME));
  }

  /** Every act, and every way to fail that echoes most easily. */
  private Answer actAndFail(String person, StringBuilder answers) {
    Api api = provider();
    String recorder = Bodies.ONLY_RECORDER.replace(Bodies.NAME, NAME);
    api.create("/v1/informings", Bodies.informing(person).replace(Bodies.NAME, NAME));
    String body = Bodies.socialCare(person, "GIVEN").replace(Bodies.NAME, NAME);
    Answer permit = api.create("/v1/permits", body).inForce(201, 1);
    answers
        .append(permit)
        .append(api.change("/v1/permits/" + permit.id() + "/withdrawal", 1, recorder))
        .append(api.change("/v1/permits/" + permit.id() + "/withdrawal", 1, recorder))
        .append(api.change("/v1/permits/" + UUID.randomUUID() + "/withdrawal", 1, recorder))
        .append(api.search("/v1/permits/searches", Bodies.searchFor(person)))
        .append(
            api.create(
                "/v1/prohibitions",
                Bodies.prohibition(Bodies.identityCode(person), Bodies.task("FAMILIES"))
                    .replace(Bodies.NAME, NAME)))
        .append(api.create("/v1/permits", body.replace("GIVEN", person)))
        .append(api.create("/v1/permits", body.replace("\"kind\"", "\"" + person + "\"")))
        .append(api.create("/v1/permits", body.replace(person, person + "0")))
        .append(api.create("/v1/permits", body + person))
        .append(api.create("/v1/permits", "\"" + person + "\""))
        .append(api.create("/v1/permits", body.replace(Bodies.UNIT, person)))
        .append(api.create("/v1/permits", body.replace(NAME, NAME + "\\n")));
    return permit;
  }

  private static void nowhere(String person, String text) {
    assertThat(text)
        .doesNotContain(person)
        .doesNotContain(NAME)
        .doesNotContain("Xanthippa")
        .doesNotContain(Bodies.PROFESSIONAL_ID);
  }
}
