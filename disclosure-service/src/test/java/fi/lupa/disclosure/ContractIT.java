package fi.lupa.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.support.DisclosureIT;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The code and the contract tell the same; single answers are checked wherever tests get one. */
class ContractIT extends DisclosureIT {
  @Autowired private List<RequestMappingHandlerMapping> mappings;

  @Test
  void routesAreThoseOfTheContract() {
    Set<String> routes =
        mappings.stream()
            .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
            .filter(e -> e.getValue().getBeanType().getName().startsWith("fi.lupa.disclosure"))
            .flatMap(e ->
                e.getKey().getMethodsCondition().getMethods().stream()
                    .map(method ->
                        method
                            + " "
                            + e.getKey()
                                .getPatternsCondition()
                                .getPatterns()
                                .iterator()
                                .next()
                                .getPatternString()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(routes).isEqualTo(CONTRACT.routes());
  }

  @Test
  void everyRuleHasItsReasonAndItsLaw() throws IOException {
    Set<String> laws =
        codeSet("legal-references.yaml").propertyNames().stream().collect(Collectors.toSet());
    Set<String> reasons = new TreeSet<>(codeSet("reason-codes/disclosure.yaml").propertyNames());
    reasons.addAll(codeSet("reason-codes/platform.yaml").propertyNames());
    for (Rule rule : Rule.values()) {
      assertThat(reasons).contains(rule.code());
      assertThat(laws).containsAll(rule.legalReferences());
    }
  }

  @Test
  void theContractKnowsEveryRulebook() {
    assertThat(CONTRACT.document().at("/components/schemas/Rulebook/enum").valueStream())
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(Arrays.stream(Rulebook.values()).map(Enum::name).toList());
  }

  private static JsonNode codeSet(String file) throws IOException {
    try (InputStream in = ContractIT.class.getResourceAsStream("/codesets/" + file)) {
      return YAMLMapper.builder().build().readTree(in);
    }
  }
}
