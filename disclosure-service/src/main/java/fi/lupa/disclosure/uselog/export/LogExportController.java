package fi.lupa.disclosure.uselog.export;

import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/log/exports}: the use log as newline-delimited JSON or as syslog. */
@RestController
class LogExportController {
  private static final MediaType SYSLOG = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final LogExports exports;
  private final ExportSettings settings;
  private final JsonMapper json;

  LogExportController(LogExports exports, ExportSettings settings, JsonMapper json) {
    this.exports = exports;
    this.settings = settings;
    this.json = json;
  }

  @PostMapping("/v1/log/exports")
  Mono<ResponseEntity<Flux<DataBuffer>>> export(
      @RequiresScope("log.supervise") Caller caller,
      @RequestSchema("LogExport") LogExport request) {
    boolean syslog = request.formatOrDefault() == LogExport.Format.SYSLOG;
    return exports
        .lines(caller.organisation(), request)
        .map(lines ->
            ResponseEntity.ok()
                .contentType(syslog ? SYSLOG : MediaType.APPLICATION_NDJSON)
                .cacheControl(CacheControl.noStore())
                .body(lines.filter(some -> !some.isEmpty()).map(some -> text(some, syslog))));
  }

  private DataBuffer text(List<LogLine> lines, boolean syslog) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (LogLine line : lines) {
      text.writeBytes(
          syslog
              ? Syslog.line(line, settings.enterpriseNumber()).getBytes(StandardCharsets.UTF_8)
              : json.writeValueAsBytes(line));
      text.write('\n');
    }
    return DefaultDataBufferFactory.sharedInstance.wrap(text.toByteArray());
  }
}
