package fi.lupa.platform.app;

import fi.lupa.testkit.Backends;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One running test service, shared by all tests that extend this. */
@SpringBootTest(
    classes = TestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "20s")
public abstract class PlatformTest {
  protected static final String ORGANISATION = "1.2.246.10.91000005.10.0";
  protected static final String NOTE =
      "{\"client\":{\"identityCode\":\"131052-308T\"},\"text\":\"hello\"}";
  protected static Backends.Database database;

  @Autowired protected WebTestClient web;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    database = ServiceProperties.register(registry, "platform");
    ServiceProperties.registerFence(registry, "http://localhost:1");
  }

  protected static String bearer(String... scopes) {
    return "Bearer " + TestIssuer.shared().token(ORGANISATION, scopes);
  }
}
