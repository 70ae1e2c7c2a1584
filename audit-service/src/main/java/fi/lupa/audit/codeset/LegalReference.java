package fi.lupa.audit.codeset;

import fi.lupa.contracts.LocalizedText;

/**
 * A provision: {@code act} such as 703/2023, {@code section} such as "55 § 1", and what it says.
 */
public record LegalReference(String act, String section, LocalizedText text) {}
