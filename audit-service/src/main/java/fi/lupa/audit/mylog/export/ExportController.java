package fi.lupa.audit.mylog.export;

import fi.lupa.audit.mylog.LogFilter;
import fi.lupa.audit.mylog.Readers;
import fi.lupa.platform.problem.Languages;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1/my/log/export} of {@code openapi/audit.yaml}. */
@RestController
class ExportController {
  static final int MOST_ON_PAPER = 2000;

  private enum Kind {
    JSON(MediaType.APPLICATION_JSON),
    CSV(new MediaType("text", "csv")),
    FHIR(new MediaType("application", "fhir+json")),
    PDF(MediaType.APPLICATION_PDF);

    private final MediaType type;

    Kind(MediaType type) {
      this.type = type;
    }
  }

  private final Readers readers;
  private final Exporter exporter;
  private final JsonForm json;
  private final CsvForm csv = new CsvForm();
  private final FhirForm fhir;

  ExportController(Readers readers, Exporter exporter, JsonMapper json) {
    this.readers = readers;
    this.exporter = exporter;
    this.json = new JsonForm(json);
    this.fhir = new FhirForm(json);
  }

  @GetMapping("/v1/my/log/export")
  Mono<ResponseEntity<Flux<DataBuffer>>> export(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @RequestParam MultiValueMap<String, String> query,
      @RequestHeader HttpHeaders headers) {
    String language = Languages.of(headers);
    LogFilter filter = LogFilter.of(query);
    return readers.read(
        citizen,
        answer(kind(query.getFirst("format"), headers.getAccept()), citizen, filter, language));
  }

  private Mono<ResponseEntity<Flux<DataBuffer>>> answer(
      Kind kind, Citizen citizen, LogFilter filter, String language) {
    return switch (kind) {
      case JSON -> stream(citizen, filter, json, language, "json");
      case CSV -> stream(citizen, filter, csv, language, "csv");
      case FHIR -> stream(citizen, filter, fhir, language, "fhir.json");
      case PDF ->
          exporter
              .print(citizen.client(), filter, language)
              .map(pdf ->
                  answer(MediaType.APPLICATION_PDF, language, "pdf")
                      .body(Flux.just(Exporter.buffer(pdf))));
    };
  }

  private Mono<ResponseEntity<Flux<DataBuffer>>> stream(
      Citizen citizen, LogFilter filter, Form form, String language, String ending) {
    return Mono.fromSupplier(() ->
        answer(form.type(), language, ending)
            .body(exporter.stream(citizen.client(), filter, form, language)));
  }

  private static ResponseEntity.BodyBuilder answer(MediaType type, String language, String ending) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lupa-log." + ending + "\"")
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .cacheControl(CacheControl.noStore());
  }

  /** What the address names comes before what the header accepts: a link can't set headers. */
  private static Kind kind(@Nullable String format, List<MediaType> accepted) {
    if (format != null) {
      return named(format)
          .orElseThrow(() -> Problem.invalid("/format", "must be json, csv, fhir or pdf"));
    }
    return accepted.isEmpty()
        ? Kind.JSON
        : accepted.stream()
            .flatMap(
                range -> List.of(Kind.values()).stream().filter(kind -> range.includes(kind.type)))
            .findFirst()
            .orElseThrow(() -> Problem.of("NOT_ACCEPTABLE"));
  }

  private static Optional<Kind> named(String format) {
    return switch (format) {
      case "json" -> Optional.of(Kind.JSON);
      case "csv" -> Optional.of(Kind.CSV);
      case "fhir" -> Optional.of(Kind.FHIR);
      case "pdf" -> Optional.of(Kind.PDF);
      default -> Optional.empty();
    };
  }
}
