package fi.lupa.authorization.support;

import fi.lupa.testkit.TestPersons;
import java.util.concurrent.atomic.AtomicInteger;

/** Test persons, a new one for each need. */
public final class Persons {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Persons() {}

  public static String newIdentityCode() {
    return TestPersons.identityCode(COUNT.incrementAndGet());
  }
}
