package fi.lupa.disclosure.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One condition as it was evaluated; {@code code} is there when it failed. */
public record RuleResult(
    Rule rule,
    boolean passed,
    @Nullable String code,
    List<String> legalReferences,
    List<FactRef> facts) {}
