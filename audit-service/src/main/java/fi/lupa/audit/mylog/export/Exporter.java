package fi.lupa.audit.mylog.export;

import fi.lupa.audit.coverage.Coverages;
import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.mylog.LogFilter;
import fi.lupa.audit.mylog.MyLog;
import fi.lupa.audit.tree.EntryProof;
import fi.lupa.audit.tree.EventKey;
import fi.lupa.audit.tree.Proofs;
import fi.lupa.audit.tree.SignedCheckpoint;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.Ids;
import fi.lupa.platform.problem.Problem;
import fi.lupa.print.Printer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final Proofs proofs;
  private final Printer printer;
  private final PdfForm pdf;
  private final Ids ids;
  private final Clock clock;

  Exporter(
      MyLog log,
      Withholdings withholdings,
      Coverages coverage,
      Proofs proofs,
      Printer printer,
      PdfForm pdf,
      Ids ids,
      Clock clock) {
    this.log = log;
    this.withholdings = withholdings;
    this.coverage = coverage;
    this.proofs = proofs;
    this.printer = printer;
    this.pdf = pdf;
    this.ids = ids;
    this.clock = clock;
  }

  /** Coverage first: what it promises is then surely among the entries read after it. */
  Flux<DataBuffer> stream(ClientRef client, LogFilter filter, Form form, String language) {
    Mono<Optional<SignedCheckpoint>> checkpoint =
        form.proves()
            ? proofs
                .newest()
                .map(Optional::of)
                .onErrorResume(Problem.class, e -> Mono.just(Optional.empty()))
            : Mono.just(Optional.empty());
    return checkpoint
        .flatMap(under -> cover(client, language, under.orElse(null)))
        .flatMapMany(cover ->
            Flux.concat(
                Mono.fromSupplier(() -> form.head(cover)),
                log.pages(client, filter, language)
                    .filter(page -> !page.isEmpty())
                    .concatMap(
                        page ->
                            proofs(page, cover).map(proven -> form.entries(page, cover, proven)),
                        1)
                    .index((number, page) -> (number == 0 ? "" : form.between()) + page),
                Mono.fromSupplier(form::tail)))
        .map(Exporter::buffer);
  }

  private Mono<Map<UUID, EntryProof>> proofs(List<LogEntry> page, Cover cover) {
    SignedCheckpoint under = cover.checkpoint();
    return under == null
        ? Mono.just(Map.of())
        : proofs.of(
            under, page.stream().map(entry -> new EventKey(entry.id(), entry.time())).toList());
  }

  /**
   * @return the PDF; an error EXPORT_TOO_LONG when there are more entries than fit on paper
   */
  Mono<byte[]> print(ClientRef client, LogFilter filter, String language) {
    return cover(client, language, null)
        .flatMap(cover ->
            log.newest(ExportController.MOST_ON_PAPER + 1, client, filter, language)
                .flatMap(entries ->
                    entries.size() > ExportController.MOST_ON_PAPER
                        ? Mono.error(Problem.of("EXPORT_TOO_LONG"))
                        : printer.print(pdf.page(entries, cover))));
  }

  private Mono<Cover> cover(
      ClientRef client, String language, @Nullable SignedCheckpoint checkpoint) {
    return coverage
        .now()
        .zipWith(withholdings.told(client))
        .map(read ->
            new Cover(
                ids.next(), clock.instant(), language, read.getT1(), read.getT2(), checkpoint));
  }

  static DataBuffer buffer(byte[] bytes) {
    return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
  }

  private static DataBuffer buffer(String text) {
    return buffer(text.getBytes(StandardCharsets.UTF_8));
  }
}
