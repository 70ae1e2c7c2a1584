package fi.lupa.audit.mylog.export;

import fi.lupa.audit.coverage.Coverages;
import fi.lupa.audit.mylog.LogFilter;
import fi.lupa.audit.mylog.MyLog;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.Ids;
import fi.lupa.platform.problem.Problem;
import fi.lupa.print.Printer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes a client's log out, page by page as the reader takes it: however long it is, one page of
 * it stands in memory.
 */
@Component
class Exporter {
  private final MyLog log;
  private final Withholdings withholdings;
  private final Coverages coverage;
  private final Printer printer;
  private final PdfForm pdf;
  private final Ids ids;
  private final Clock clock;

  Exporter(
      MyLog log,
      Withholdings withholdings,
      Coverages coverage,
      Printer printer,
      PdfForm pdf,
      Ids ids,
      Clock clock) {
    this.log = log;
    this.withholdings = withholdings;
    this.coverage = coverage;
    this.printer = printer;
    this.pdf = pdf;
    this.ids = ids;
    this.clock = clock;
  }

  /** Coverage first: what it promises is then surely among the entries read after it. */
  Flux<DataBuffer> stream(ClientRef client, LogFilter filter, Form form, String language) {
    return cover(client, language)
        .flatMapMany(cover ->
            Flux.concat(
                Mono.fromSupplier(() -> form.head(cover)),
                log.pages(client, filter, language)
                    .filter(page -> !page.isEmpty())
                    .index((number, page) ->
                        (number == 0 ? "" : form.between()) + form.entries(page, cover)),
                Mono.fromSupplier(form::tail)))
        .map(Exporter::buffer);
  }

  /**
   * @return the PDF; an error EXPORT_TOO_LONG when there are more entries than fit on paper
   */
  Mono<byte[]> print(ClientRef client, LogFilter filter, String language) {
    return cover(client, language)
        .flatMap(cover ->
            log.newest(ExportController.MOST_ON_PAPER + 1, client, filter, language)
                .flatMap(entries ->
                    entries.size() > ExportController.MOST_ON_PAPER
                        ? Mono.error(Problem.of("EXPORT_TOO_LONG"))
                        : printer.print(pdf.page(entries, cover))));
  }

  private Mono<Cover> cover(ClientRef client, String language) {
    return coverage
        .now()
        .zipWith(withholdings.told(client))
        .map(read -> new Cover(ids.next(), clock.instant(), language, read.getT1(), read.getT2()));
  }

  static DataBuffer buffer(byte[] bytes) {
    return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
  }

  private static DataBuffer buffer(String text) {
    return buffer(text.getBytes(StandardCharsets.UTF_8));
  }
}
