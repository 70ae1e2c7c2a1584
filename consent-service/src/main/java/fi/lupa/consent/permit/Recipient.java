package fi.lupa.consent.permit;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RecipientType;
import org.jspecify.annotations.Nullable;

/** Who may receive; a state unit and a private provider are named. */
public record Recipient(RecipientType type, @Nullable Oid organisation) {}
