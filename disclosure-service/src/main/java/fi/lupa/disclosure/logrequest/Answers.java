package fi.lupa.disclosure.logrequest;

import fi.lupa.disclosure.logrequest.LogRequestStore.Held;
import fi.lupa.disclosure.record.AccessPlace;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.print.Page;
import fi.lupa.print.Printer;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers in both their forms. */
@Component
class Answers {
  private static final int ON_PAPER = 2000;

  private final AnswerBook book;
  private final AnswerWords words;
  private final Printer printer;
  private final LogRequestActs acts;

  Answers(AnswerBook book, AnswerWords words, Printer printer, LogRequestActs acts) {
    this.book = book;
    this.words = words;
    this.printer = printer;
    this.acts = acts;
  }

  Mono<LogAnswer> page(
      Held held, boolean beforeDecision, @Nullable AccessPlace after, @Nullable Integer limit) {
    return book.page(
        held,
        beforeDecision,
        after,
        limit == null ? PageRequest.DEFAULT_LIMIT : limit,
        acts.today());
  }

  /** The decision with what it gives; an error LOG_REQUEST_OPEN when there is none. */
  Mono<ResponseEntity<byte[]>> print(Held held, String language) {
    return held.request().decision() == null
        ? Mono.error(Problem.of("LOG_REQUEST_OPEN"))
        : book.page(held, false, null, ON_PAPER, acts.today())
            .flatMap(answer -> paper(AnswerPage.of(answer, words, language), "log-answer.pdf"));
  }

  /** What was asked and answered about the lawfulness; EXPLANATION_NOT_ASKED when nothing was. */
  Mono<ResponseEntity<byte[]>> printExplanations(Held held, String language) {
    return held.request().explanations().isEmpty()
        ? Mono.error(Problem.of("EXPLANATION_NOT_ASKED"))
        : book.view(held, acts.today())
            .flatMap(request ->
                paper(ExplanationPage.of(request, words, language), "log-explanation.pdf"));
  }

  private Mono<ResponseEntity<byte[]>> paper(Page page, String fileName) {
    return printer
        .print(page)
        .onErrorMap(RejectedExecutionException.class, _ -> Problem.of("BACKEND_UNAVAILABLE"))
        .map(bytes ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + fileName)
                .cacheControl(CacheControl.noStore())
                .body(bytes));
  }
}
