package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The contract and the controllers name the same routes, the same scopes and the same schemas. */
class ContractIT extends ServiceUnderTest {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @Test
  void everyRouteIsInTheContractAndViceVersa() {
    assertThat(routes()).isNotEmpty().isEqualTo(CONTRACT.routes());
  }

  @Test
  void everyHandlerNeedsTheScopeThatTheContractSays() {
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          String path = info.getPatternsCondition().getPatterns().iterator().next().toString();
          if (path.startsWith("/v1")) {
            String needed = scope(path);
            assertThat(handler.getMethodParameters()[0].toString()).isNotEmpty();
            assertThat(
                    handler
                        .getMethodParameters()[0]
                        .getParameterAnnotation(fi.lupa.platform.security.RequiresScope.class)
                        .value())
                .isEqualTo(needed);
          }
        });
    CONTRACT
        .document()
        .path("paths")
        .forEachEntry((path, item) ->
            item.forEach(operation ->
                assertThat(operation.at("/security/0/oauth2/0").asString())
                    .as(path)
                    .isEqualTo(scope(path))));
  }

  private static String scope(String path) {
    if (path.startsWith("/internal/")) {
      return "representations.check";
    }
    if (path.startsWith("/v1/representations")) {
      return "representations.manage";
    }
    return path.startsWith("/v1/my/") ? "citizen" : "declarations.manage";
  }

  @Test
  void whoActsForAnotherGetsWhereTheContractSays() {
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          String path = info.getPatternsCondition().getPatterns().iterator().next().toString();
          String method =
              info.getMethodsCondition()
                  .getMethods()
                  .iterator()
                  .next()
                  .name()
                  .toLowerCase(Locale.ROOT);
          boolean told =
              CONTRACT
                  .document()
                  .path("paths")
                  .path(path)
                  .path(method)
                  .path("security")
                  .toString()
                  .contains("citizen.represent");
          assertThat(
                  handler
                      .getMethodParameters()[0]
                      .getParameterAnnotation(fi.lupa.platform.security.RequiresScope.class)
                      .orRepresentative())
              .as(method + " " + path)
              .isEqualTo(told);
        });
  }

  @Test
  void everyExampleMeetsItsSchema() {
    assertThat(CONTRACT.exampleViolations()).isEmpty();
  }

  @Test
  void everyRequestsObjectsRefuseUnknownFields() {
    CONTRACT
        .document()
        .at("/components/schemas")
        .forEachEntry((name, schema) -> {
          if (isRequest(schema)) {
            assertThat(schema.path("additionalProperties").asBoolean(true)).as(name).isFalse();
          }
        });
  }

  /** Objects that only answers use say so by leaving the key open to a composing schema. */
  private static boolean isRequest(JsonNode schema) {
    return schema.path("type").asString("").equals("object")
        && !schema.path("properties").has("version")
        && !schema.path("properties").has("effective");
  }

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .keySet()
        .forEach(info ->
            info.getMethodsCondition()
                .getMethods()
                .forEach(method ->
                    info.getPatternsCondition()
                        .getPatterns()
                        .forEach(path -> routes.add(method + " " + path))));
    return routes;
  }
}
