package fi.lupa.contracts.event;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import org.jspecify.annotations.Nullable;

/**
 * Who asked, with the names as they were at that moment. {@code professionalRef} is a keyed hash of
 * the professional's identifier: names of professionals never leave the disclosure-service (Act
 * 703/2023 74 § 2).
 */
public record Requester(
    Oid organisation,
    LocalizedText organisationName,
    @Nullable Oid unit,
    @Nullable LocalizedText unitName,
    @Nullable String professionalRef,
    @Nullable String role) {}
