package fi.lupa.audit.codeset;

import fi.lupa.contracts.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A provision: {@code act} such as 703/2023, {@code section} such as "55 § 1", absent for the act
 * as a whole, and what it says.
 */
public record LegalReference(String act, @Nullable String section, LocalizedText text) {}
