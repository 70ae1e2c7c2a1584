package fi.lupa.disclosure.notice;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.disclosure.notice.NoticeRules.Codes;
import fi.lupa.platform.codeset.YamlFiles;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/disclosure-notices}: a disclosure made by other means is noted. */
@RestController
class NoticeController {
  private final Codes codes =
      new Codes(
          keys(YamlFiles.tree("codesets/disclosure-notices.yaml").required("recipients")),
          keys(YamlFiles.tree("codesets/disclosure-notices.yaml").required("grounds")),
          keys(YamlFiles.tree("codesets/purposes.yaml")));
  private final RecordNotice recording;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final JsonMapper json;
  private final Clock clock;

  NoticeController(
      RecordNotice recording,
      Idempotency idempotency,
      Transactions transactions,
      JsonMapper json,
      Clock clock) {
    this.recording = recording;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping("/v1/disclosure-notices")
  Mono<ResponseEntity<JsonNode>> note(
      @RequiresScope("records.write") Caller caller,
      IdempotencyKey key,
      @RequestSchema("DisclosureNotice") Notice notice) {
    Map<String, String> mistakes =
        NoticeRules.mistakes(notice, codes, FinnishDays.dayOf(clock.instant()));
    if (!mistakes.isEmpty()) {
      throw Problem.invalid(
          mistakes.entrySet().stream()
              .map(mistake -> new Violation(mistake.getKey(), mistake.getValue()))
              .toList());
    }
    return transactions
        .run(
            idempotency.once(
                caller.organisation().value(),
                key,
                List.of("disclosure-notice", notice),
                recording
                    .record(caller.organisation(), notice)
                    .map(noted ->
                        new StoredAnswer(
                            HttpStatus.CREATED.value(), Map.of(), json.valueToTree(noted)))))
        .map(once -> ResponseEntity.status(once.answer().status()).body(once.answer().body()));
  }

  private static Set<String> keys(JsonNode codeSet) {
    return Set.copyOf(codeSet.propertyNames());
  }
}
