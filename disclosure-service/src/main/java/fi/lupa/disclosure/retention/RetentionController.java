package fi.lupa.disclosure.retention;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.retention.RetentionListStore.Place;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.platform.web.RequestSchema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code POST /v1/retention/searches}: what will be destroyed of one's own register, and how long
 * single documents are kept. Tells nothing of clients, so it is no access to their data.
 */
@RestController
class RetentionController {
  private final RetentionListStore lists;
  private final RetentionStore registers;
  private final RetentionRules rules;

  RetentionController(RetentionListStore lists, RetentionStore registers, RetentionRules rules) {
    this.lists = lists;
    this.registers = registers;
    this.rules = rules;
  }

  @PostMapping("/v1/retention/searches")
  Mono<ResponseEntity<RetentionList>> search(
      @RequiresScope("records.write") Caller caller,
      @RequestSchema("RetentionSearch") RetentionSearch search) {
    Set<Oid> documents = search.documents();
    LocalDate until = search.until();
    if ((documents == null) == (until == null)) {
      return Mono.error(Problem.invalid("", "must have exactly one of until and documents"));
    }
    Mono<RetentionList> list =
        until == null
            ? these(caller.organisation(), Objects.requireNonNull(documents))
            : due(caller.organisation(), until, search);
    return list.map(found -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found));
  }

  private Mono<RetentionList> due(Oid controller, LocalDate until, RetentionSearch search) {
    int limit = search.limit() == null ? PageRequest.DEFAULT_LIMIT : search.limit();
    return lists
        .due(controller, until, Place.parse(search.cursor()), limit + 1)
        .map(found ->
            found.size() <= limit
                ? new RetentionList(found, null)
                : new RetentionList(found.subList(0, limit), next(found.get(limit - 1))));
  }

  private static @Nullable String next(RetentionItem last) {
    return new Place(Objects.requireNonNull(last.lastDay()), last.documentOid()).cursor();
  }

  private Mono<RetentionList> these(Oid controller, Set<Oid> documents) {
    return lists
        .holders(controller, documents)
        .concatMap(registers::load)
        .concatMapIterable(register -> items(register, documents))
        .concatWith(Flux.defer(() -> lists.destroyed(controller, documents)))
        .distinct()
        .collectSortedList(Comparator.comparing(RetentionItem::documentOid))
        .map(items -> new RetentionList(items, null));
  }

  private List<RetentionItem> items(ClientRegister register, Set<Oid> documents) {
    return register.documents().stream()
        .filter(Kept::own)
        .filter(document -> documents.contains(new Oid(document.documentOid())))
        .map(document -> RetentionItem.of(document, register.time(rules, document)))
        .toList();
  }
}
