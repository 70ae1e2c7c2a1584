package fi.lupa.consent.naming;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.OpaqueOids;
import fi.lupa.platform.client.OpaqueOids.Kind;
import fi.lupa.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A provider names documents and organisations by their OIDs; a citizen, who is never shown one
 * (content definition of 1505.9), by references of the citizen's own. The disclosure-service shows
 * the citizen the same ones.
 */
@Component
public class Naming {
  private final OpaqueOids opaque;

  public Naming(OpaqueOids opaque) {
    this.opaque = opaque;
  }

  /**
   * @param citizen to whom it is told; absent: a provider
   */
  public String told(@Nullable ClientRef citizen, Kind kind, Oid oid) {
    return citizen == null ? oid.value() : opaque.hide(citizen, kind, oid);
  }

  /**
   * @param citizen who says it; absent: a provider
   * @throws Problem NOT_FOUND when it is no reference of the citizen's
   */
  public Oid meant(@Nullable ClientRef citizen, Kind kind, String said) {
    return citizen == null
        ? new Oid(said)
        : opaque.reveal(citizen, kind, said).orElseThrow(() -> Problem.of("NOT_FOUND"));
  }
}
