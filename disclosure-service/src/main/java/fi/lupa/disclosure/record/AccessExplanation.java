package fi.lupa.disclosure.record;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.FactRef;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.document.Document;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An access as it was decided: who asked for what, every rule with its result and the facts'
 * versions it saw, what was given and what was withheld and why. Stored in the transaction that
 * decided; never changed.
 *
 * @param told what the requester was told of the outcome where that is less than what happened: not
 *     that something was withheld; else absent
 * @param breakGlass true when the client's care or a child's interest was to be secured despite all
 *     (Act 703/2023 56 §), else absent
 */
public record AccessExplanation(
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
    List<RuleResult> rules,
    List<GivenDocument> given,
    List<WithheldDocument> withheld) {

  /** The professional and the organisation; names stay in this database. */
  public record RequestedBy(Oid organisation, Oid unit, @Nullable Professional professional) {}

  /** A professional as the requesting system names them. */
  public record Professional(String id, String name, String role) {}

  /** A document that was given or stored. */
  public record GivenDocument(
      Oid documentOid,
      int version,
      Oid controller,
      String documentType,
      Set<ServiceTask> serviceTasks) {
    public static GivenDocument of(Document document) {
      return new GivenDocument(
          document.documentOid(),
          document.version(),
          document.controller(),
          document.documentType(),
          document.serviceTasks());
    }
  }

  /** A document that the law or the client withheld, with the facts that said so. */
  public record WithheldDocument(
      Oid documentOid,
      int version,
      Oid controller,
      String documentType,
      Rule rule,
      String code,
      List<String> legalReferences,
      List<FactRef> facts) {}

  /** One as {@link AccessStore} has kept it, {@code access_record.explanation}. */
  public static AccessExplanation stored(String text, JsonMapper json) {
    return KeptAccess.read(text, json);
  }

  /** True with the ground that must be loud, else null: absent. */
  public static @Nullable Boolean isBreakGlass(@Nullable Ground ground) {
    return ground == Ground.PROTECTION ? true : null;
  }

  /** The same as a reader may see it. */
  public AccessExplanation seen(
      Outcome outcome,
      @Nullable Outcome told,
      List<GivenDocument> given,
      List<WithheldDocument> withheld) {
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
        rules,
        given,
        withheld);
  }

  /** What the requester knows of the outcome. */
  public Outcome toldOutcome() {
    return told == null ? outcome : told;
  }

  /**
   * What a controller may know of the outcome: that another's register withheld something isn't its
   * to know.
   */
  public Outcome outcomeFor(Oid controller) {
    return outcome == Outcome.PARTIAL
            && withheld.stream().noneMatch(document -> document.controller().equals(controller))
        ? Outcome.PERMITTED
        : outcome;
  }

  /** The facts that any rule looked at, each once. */
  public List<FactRef> facts() {
    return rules.stream().flatMap(rule -> rule.facts().stream()).distinct().toList();
  }
}
