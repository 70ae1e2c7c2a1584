package fi.lupa.disclosure.uselog.search;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * {@code POST /v1/log/searches}: a controller's own use log, with professionals. Each page is a
 * look of its own and on record as such, so there is no idempotency key.
 */
@RestController
class LogSearchController {
  private final LogSearches searches;

  LogSearchController(LogSearches searches) {
    this.searches = searches;
  }

  @PostMapping("/v1/log/searches")
  Mono<ResponseEntity<LogSearchAnswer>> search(
      @RequiresScope("log.supervise") Caller caller, @RequestSchema("LogSearch") LogSearch search) {
    if (search.from() != null && search.to() != null && !search.from().isBefore(search.to())) {
      throw Problem.invalid(List.of(new Violation("/to", "must be after from")));
    }
    return searches
        .search(caller.organisation(), search)
        .map(answer -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer));
  }
}
