package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.ContactData;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.SafetyRules;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.record.Roles;
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
  private final Roles roles;

  Safety(DocumentStore documents, Roles roles) {
    this.documents = documents;
    this.roles = roles;
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
    SafetyRules.Need need = need(query.request());
    SafetyRules.Result own = SafetyRules.decide(query.inquiry(), query.facts(), need);
    return own.rules().isEmpty()
        ? shared(query, given)
            .map(shared ->
                shared.isEmpty()
                    ? NOTHING_HIDDEN
                    : Result.of(
                        SafetyRules.ofProtected(need),
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

  private SafetyRules.Need need(RecordQueryRequest request) {
    Professional professional = request.requester().professional();
    return new SafetyRules.Need(
        professional != null && roles.needsContactData(professional.role()),
        request.contactData() == ContactNeed.NEEDED);
  }
}
