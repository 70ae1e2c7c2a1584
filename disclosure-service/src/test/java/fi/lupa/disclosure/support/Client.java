package fi.lupa.disclosure.support;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.OpaqueOids;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.testkit.TestPersons;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A test client, as a request names it and as facts know it. */
public record Client(ClientId id, String member, String text) {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final AtomicInteger BORN = new AtomicInteger();
  private static final ClientRefs REFS = new ClientRefs(Given.key());
  private static final OpaqueOids OPAQUE = new OpaqueOids(Given.key());

  /** A person nobody has used yet. */
  public static Client person() {
    String code = TestPersons.identityCode(COUNT.incrementAndGet());
    return new Client(new IdentityCode(code), "identityCode", code);
  }

  /** A child nobody has used yet. */
  public static Client child() {
    int n = COUNT.incrementAndGet();
    String born = "%02d%02d15".formatted(1 + n % 28, 1 + n / 28 % 12);
    int individual = 900 + n % 100;
    String code =
        born
            + "A"
            + individual
            + "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(born + individual) % 31);
    return new Client(new IdentityCode(code), "identityCode", code);
  }

  /** A person born that day; one of the few that nobody has used yet. */
  public static Client born(LocalDate day) {
    String date = day.format(DateTimeFormatter.ofPattern("ddMMyy"));
    int individual = 900 + BORN.incrementAndGet() % 100;
    String code =
        date
            + (day.getYear() < 2000 ? "-" : "A")
            + individual
            + "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(date + individual) % 31);
    return new Client(new IdentityCode(code), "identityCode", code);
  }

  public static Client temporary() {
    Oid oid = new Oid("1.2.246.10.91000005.22.2026." + COUNT.incrementAndGet());
    return new Client(new TemporaryId(oid), "temporaryId", oid.value());
  }

  public ClientRef ref() {
    return REFS.of(id);
  }

  /** How this client, a citizen, knows a document. */
  public String reference(Oid document) {
    return OPAQUE.hide(ref(), OpaqueOids.Kind.DOCUMENT, document);
  }

  public Map<String, String> json() {
    return Map.of(member, text);
  }
}
