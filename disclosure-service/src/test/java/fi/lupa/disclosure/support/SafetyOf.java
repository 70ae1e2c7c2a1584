package fi.lupa.disclosure.support;

import fi.lupa.contracts.Oid;
import org.jspecify.annotations.Nullable;

/** Non-disclosure for personal safety, put where relationship documents put it. */
public record SafetyOf(Database sql, Client client) {
  /** As a controller's relationship document tells it. */
  public void protects(Oid controller, String since, @Nullable String until) {
    sql.run(
        """
        insert into client_relationship (client_ref, document_oid, version, controller, recorded_at, old,
          non_disclosure, non_disclosure_until, data)
        values ('%s', '%s', 1, '%s', '%sT12:00:00Z', false, true, %s, '{}')
        """
            .formatted(
                client.ref(),
                Oids.document(),
                controller,
                since,
                until == null ? "null" : "'" + until + "'"));
  }
}
