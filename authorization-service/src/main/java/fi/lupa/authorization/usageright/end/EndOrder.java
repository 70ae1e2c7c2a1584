package fi.lupa.authorization.usageright.end;

import fi.lupa.contracts.RightEndReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the organiser asks for.
 *
 * @param on the last day of the right; null means at once
 */
public record EndOrder(@Nullable LocalDate on, RightEndReason reason) {}
