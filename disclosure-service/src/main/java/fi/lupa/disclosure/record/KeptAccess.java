package fi.lupa.disclosure.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.FactRef;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.record.AccessExplanation.WithheldDocument;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An {@link AccessExplanation} as it stands in the database: the same, but each fact and each kind
 * of document once, and rules and documents pointing at them by number. A third as long, which is
 * what writing it costs. Records of before hold everything where it belongs; they are read as well.
 *
 * @param facts all that rules looked at
 * @param kinds all that given documents are of
 */
record KeptAccess(
    UUID queryId,
    String act,
    Instant time,
    RequestedBy requester,
    JsonNode request,
    Outcome outcome,
    @Nullable Outcome told,
    @Nullable String reasonCode,
    Basis basis,
    @Nullable Ground ground,
    @Nullable Boolean breakGlass,
    Rulebook rulebook,
    List<String> legalReferences,
    List<FactRef> facts,
    List<KeptRule> rules,
    List<Kind> kinds,
    List<KeptDocument> given,
    List<WithheldDocument> withheld) {

  /** A condition; {@code code} is null when it held. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record KeptRule(Rule rule, @Nullable String code, List<String> law, List<Integer> facts) {}

  record Kind(Oid controller, String documentType, Set<ServiceTask> serviceTasks) {}

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record KeptDocument(Oid documentOid, int version, int kind) {}

  /** Things with their numbers, in the order in which they are first met. */
  private static final class Numbered<T> {
    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    int of(T thing) {
      Integer number = numbers.putIfAbsent(thing, numbers.size());
      return number == null ? numbers.size() - 1 : number;
    }

    List<T> all() {
      return List.copyOf(numbers.keySet());
    }
  }

  static String write(AccessExplanation access, JsonMapper json) {
    return json.writeValueAsString(of(access));
  }

  /** Of either form. */
  static AccessExplanation read(String text, JsonMapper json) {
    JsonNode stored = json.readTree(text);
    return stored.has("kinds")
        ? json.treeToValue(stored, KeptAccess.class).whole()
        : json.treeToValue(stored, AccessExplanation.class);
  }

  private static KeptAccess of(AccessExplanation access) {
    Numbered<FactRef> facts = new Numbered<>();
    Numbered<Kind> kinds = new Numbered<>();
    List<KeptRule> rules =
        access.rules().stream()
            .map(one ->
                new KeptRule(
                    one.rule(),
                    one.code(),
                    one.legalReferences(),
                    one.facts().stream().map(facts::of).toList()))
            .toList();
    List<KeptDocument> given =
        access.given().stream()
            .map(one ->
                new KeptDocument(
                    one.documentOid(),
                    one.version(),
                    kinds.of(new Kind(one.controller(), one.documentType(), one.serviceTasks()))))
            .toList();
    return new KeptAccess(
        access.queryId(),
        access.act(),
        access.time(),
        access.requester(),
        access.request(),
        access.outcome(),
        access.told(),
        access.reasonCode(),
        access.basis(),
        access.ground(),
        access.breakGlass(),
        access.rulebook(),
        access.legalReferences(),
        facts.all(),
        rules,
        kinds.all(),
        given,
        access.withheld());
  }

  private AccessExplanation whole() {
    return new AccessExplanation(
        queryId,
        act,
        time,
        requester,
        request,
        outcome,
        told,
        reasonCode,
        basis,
        ground,
        breakGlass,
        rulebook,
        legalReferences,
        rules.stream().map(this::whole).toList(),
        given.stream().map(this::whole).toList(),
        withheld);
  }

  private RuleResult whole(KeptRule one) {
    return new RuleResult(
        one.rule(),
        one.code() == null,
        one.code(),
        one.law(),
        one.facts().stream().map(facts::get).toList());
  }

  private GivenDocument whole(KeptDocument one) {
    Kind kind = kinds.get(one.kind());
    return new GivenDocument(
        one.documentOid(),
        one.version(),
        kind.controller(),
        kind.documentType(),
        kind.serviceTasks());
  }
}
