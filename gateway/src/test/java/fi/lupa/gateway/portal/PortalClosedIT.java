package fi.lupa.gateway.portal;

import static fi.lupa.gateway.kit.Problems.assertProblem;

import fi.lupa.gateway.kit.GatewayIT;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a client secret nobody can sign in, and nothing of the portal's interface is there. */
class PortalClosedIT extends GatewayIT {

  @ParameterizedTest
  @ValueSource(strings = {"/portal/login", "/portal/login/callback", "/portal/api/v1/my/log"})
  void nobodyGetsIn(String path) {
    assertProblem(send(allowed(path)), 404, "NOT_FOUND");
  }
}
