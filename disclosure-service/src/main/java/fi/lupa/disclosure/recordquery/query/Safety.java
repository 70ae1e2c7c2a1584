package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.ContactData;
import fi.lupa.disclosure.decision.Role;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.SafetyRules;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.recordquery.query.RecordQueryRequest.ContactNeed;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whose contact data an answer leaves out: the client's own, and in a common matter's document also
 * another client's, or one would be found through the other.
 */
@Component
class Safety {
  private static final Result NOTHING_HIDDEN = new Result(_ -> false, List.of());

  private final DocumentStore documents;
  private final Rulebook rulebook;

  Safety(DocumentStore documents, Rulebook rulebook) {
    this.documents = documents;
    this.rulebook = rulebook;
  }

  /** Which documents' contact data are hidden, with the condition as it was evaluated. */
  record Result(Predicate<Document> hides, List<RuleResult> rules) {
    static Result of(SafetyRules.Result decided, Predicate<Document> concerned) {
      return new Result(
          concerned.and(_ -> decided.contactData() == ContactData.HIDDEN), decided.rules());
    }
  }

  /** Metadata hold no contact data. */
  Mono<Result> of(QueryCase query, List<Document> given) {
    if (!query.request().content()) {
      return Mono.just(NOTHING_HIDDEN);
    }
    SafetyRules.Need need = need(query);
    SafetyRules.Result own = SafetyRules.decide(query.inquiry(), query.facts(), need, rulebook);
    return own.rules().isEmpty()
        ? shared(query, given)
            .map(shared ->
                shared.isEmpty()
                    ? NOTHING_HIDDEN
                    : Result.of(
                        SafetyRules.ofProtected(need, rulebook),
                        document -> shared.contains(document.documentOid())))
        : Mono.just(Result.of(own, _ -> true));
  }

  /** A later version may name fewer clients, and still hold what was written of all. */
  private Mono<Set<Oid>> shared(QueryCase query, List<Document> given) {
    Set<Oid> common =
        given.stream()
            .filter(document -> document.membership().isCommon() || document.version() > 1)
            .map(Document::documentOid)
            .collect(Collectors.toSet());
    return common.isEmpty()
        ? Mono.just(Set.of())
        : documents.withProtected(common, query.inquiry().today());
  }

  private static SafetyRules.Need need(QueryCase query) {
    Role role = query.inquiry().role();
    return new SafetyRules.Need(
        role != null && role.contactData(), query.request().contactData() == ContactNeed.NEEDED);
  }
}
