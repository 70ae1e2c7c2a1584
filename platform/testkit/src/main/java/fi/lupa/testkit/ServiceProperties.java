package fi.lupa.testkit;

import org.springframework.test.context.DynamicPropertyRegistry;

/** Points a service under test at the test backends and the test issuer. */
public final class ServiceProperties {
  /** The key of every pseudonym in tests (32 bytes, base64). */
  public static final String CLIENT_REF_KEY = "dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktdGVzdC0=";

  /** The key that the log signs by in tests. */
  public static final String LOG_KEY =
      "PRIVATE+KEY+test.lupa.fi/log+4a36c067+Ae0jkHuyvQXDvX4xldVj+gfv5XSDT1s7fQsPckh0Al/e";

  private ServiceProperties() {}

  /** Sets every LUPA_* variable but the fence's; answers the fresh database. */
  public static Backends.Database register(DynamicPropertyRegistry registry, String databaseName) {
    Backends.Database database = Backends.database(databaseName);
    registry.add("LUPA_DB_HOST", database::host);
    registry.add("LUPA_DB_PORT", database::port);
    registry.add("LUPA_DB_NAME", database::name);
    registry.add("LUPA_DB_USER", database::user);
    registry.add("LUPA_DB_PASSWORD", database::password);
    registry.add("LUPA_KAFKA", Backends::kafka);
    registry.add("LUPA_ISSUER", () -> TestIssuer.shared().url());
    registry.add("LUPA_AUDIENCE", () -> TestIssuer.AUDIENCE);
    registry.add("LUPA_CLIENT_REF_KEY", () -> CLIENT_REF_KEY);
    registry.add("LUPA_LOG_KEY", () -> LOG_KEY);
    return database;
  }

  /** Sets the fence's variables: where the disclosure-service (or its stand-in) listens. */
  public static void registerFence(DynamicPropertyRegistry registry, String disclosureUrl) {
    registry.add("LUPA_DISCLOSURE_URL", () -> disclosureUrl);
    registry.add("LUPA_TOKEN_URL", () -> TestIssuer.shared().url() + "/oauth2/token");
    registry.add("LUPA_CLIENT_ID", () -> "test-service");
    registry.add("LUPA_CLIENT_SECRET", () -> "test-secret");
  }
}
