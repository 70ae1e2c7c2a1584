package fi.lupa.audit.retention;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/log/months/{month}/removal} of {@code openapi/audit.yaml}. */
@RestController
class MonthController {
  private final Transactions transactions;
  private final MonthStore store;

  MonthController(Transactions transactions, MonthStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  @PostMapping("/v1/log/months/{month}/removal")
  Mono<MonthStore.Dropped> drop(
      @RequiresScope("log.operate") Caller caller, @PathVariable String month) {
    return transactions.run(store.drop(month(month), caller.subject()));
  }

  /** What isn't a month names none. */
  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.of("NOT_FOUND");
    }
  }
}
