package fi.lupa.disclosure.support;

import fi.lupa.contracts.Oid;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers that no other test uses. */
public final class Oids {
  private static final AtomicLong COUNT = new AtomicLong();

  private Oids() {}

  public static Oid organisation() {
    return organisation(80_000_000 + COUNT.incrementAndGet());
  }

  public static Oid organisation(long businessId) {
    return new Oid("1.2.246.10." + businessId + ".10.0");
  }

  /** The n-th unit of an organisation. */
  public static Oid unit(Oid organisation, int n) {
    String text = organisation.value();
    return new Oid(text.substring(0, text.length() - 1) + n);
  }

  public static Oid document() {
    return new Oid("1.2.246.10.91000005.14.2026." + COUNT.incrementAndGet());
  }
}
