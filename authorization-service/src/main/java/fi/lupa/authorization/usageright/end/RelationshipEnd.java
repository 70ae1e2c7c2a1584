package fi.lupa.authorization.usageright.end;

import fi.lupa.platform.client.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client relationship (asiakkuus) that is over.
 *
 * @param on its last day; null means it ends at once
 */
record RelationshipEnd(ClientId client, @Nullable LocalDate on) {}
