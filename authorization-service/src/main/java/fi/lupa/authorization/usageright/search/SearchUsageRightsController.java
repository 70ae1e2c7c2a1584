package fi.lupa.authorization.usageright.search;

import fi.lupa.authorization.Page;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightAnswer;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class SearchUsageRightsController {
  private final SearchStore store;
  private final ClientRefs clientRefs;
  private final Clock clock;

  SearchUsageRightsController(SearchStore store, ClientRefs clientRefs, Clock clock) {
    this.store = store;
    this.clientRefs = clientRefs;
    this.clock = clock;
  }

  @PostMapping("/v1/usage-rights/searches")
  Mono<Page<UsageRightAnswer>> search(
      @RequiresScope("rights.read") Caller party,
      @RequestSchema("UsageRightSearch") SearchRequest body) {
    Instant now = clock.instant();
    ClientRef client = body.client() == null ? null : clientRefs.of(body.client());
    return store
        .search(party.organisation(), body.before(), body.filter(client, now), body.rows() + 1)
        .map(rows ->
            Page.of(
                rows,
                body.rows(),
                UsageRight::id,
                right -> UsageRightAnswer.of(right, party.organisation(), now)));
  }
}
