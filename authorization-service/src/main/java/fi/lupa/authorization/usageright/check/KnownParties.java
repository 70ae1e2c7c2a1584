package fi.lupa.authorization.usageright.check;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.util.Optional;

/** Organisations that are held as they are until the transaction ends, by their units. */
public interface KnownParties {
  /** Whose open unit it is. */
  Optional<Oid> ownerOf(Oid unit);

  /** Why a subcontractor can't have a part in the right. */
  Optional<Refusal> refusal(Subcontractor one, UsageRight right);
}
