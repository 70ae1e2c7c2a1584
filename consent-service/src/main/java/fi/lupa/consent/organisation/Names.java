package fi.lupa.consent.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import java.util.Map;

/** Names of organisations and service units. */
public record Names(Map<Oid, LocalizedText> known) {
  /** The name in a language; of one that isn't known its OID. */
  public String of(Oid oid, String language) {
    LocalizedText name = known.get(oid);
    return name == null ? oid.value() : name.in(language);
  }
}
