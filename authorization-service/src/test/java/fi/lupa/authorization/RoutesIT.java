package fi.lupa.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The contract and the service have the same routes. */
class RoutesIT extends AuthorizationIT {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @Test
  void everyRouteIsInTheContractAndTheOtherWayRound() {
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
    assertThat(routes).hasSize(27).isEqualTo(CONTRACT.routes());
  }

  @Test
  void theCheckOfAnswersIsAwake() {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    byte[] wrong = "{\"items\":[{}],\"next\":null}".getBytes();
    List<String> violations = CONTRACT.violations("GET", "/v1/organisations", 200, headers, wrong);
    assertThat(violations).isNotEmpty();
    assertThat(CONTRACT.violations("GET", "/v1/organisations", 418, headers, wrong)).isNotEmpty();
  }
}
