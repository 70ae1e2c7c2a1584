package fi.lupa.audit.mylog;

import fi.lupa.audit.entry.LogEntry;
import fi.lupa.platform.problem.Languages;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.PageRequest;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/my/log} of {@code openapi/audit.yaml}. */
@RestController
class MyLogController {
  private final MyLog log;
  private final Readers readers;

  MyLogController(MyLog log, Readers readers) {
    this.log = log;
    this.readers = readers;
  }

  @GetMapping("/v1/my/log")
  Mono<ResponseEntity<LogPage>> page(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      PageRequest request,
      @RequestParam MultiValueMap<String, String> query,
      @RequestHeader HttpHeaders headers) {
    String language = Languages.of(headers);
    return readers
        .read(citizen, log.page(citizen.client(), LogFilter.of(query), request, language))
        .map(page -> answer(page, language));
  }

  @GetMapping("/v1/my/log/organisations")
  Mono<ResponseEntity<Organisations>> organisations(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @RequestParam MultiValueMap<String, String> query,
      @RequestHeader HttpHeaders headers) {
    String language = Languages.of(headers);
    return readers
        .read(citizen, log.organisations(citizen.client(), LogFilter.of(query), language))
        .map(found -> answer(found, language));
  }

  @GetMapping("/v1/my/log/{entryId}")
  Mono<ResponseEntity<LogEntry>> entry(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable String entryId,
      @RequestHeader HttpHeaders headers) {
    String language = Languages.of(headers);
    UUID id = id(entryId);
    return readers
        .read(citizen, log.entry(citizen.client(), id, language))
        .map(entry -> answer(entry, language));
  }

  /** What isn't an id names no entry. */
  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of("NOT_FOUND");
    }
  }

  private static <T> ResponseEntity<T> answer(T body, String language) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
        .cacheControl(CacheControl.noStore())
        .body(body);
  }
}
