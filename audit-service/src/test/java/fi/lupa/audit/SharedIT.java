package fi.lupa.audit;

import fi.lupa.testkit.Backends;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One running service for all tests that need nothing special. */
public abstract class SharedIT extends AuditIT {
  protected static Backends.Database database;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    database = register(registry);
  }
}
