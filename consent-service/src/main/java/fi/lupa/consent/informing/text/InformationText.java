package fi.lupa.consent.informing.text;

import fi.lupa.contracts.LocalizedText;
import java.time.LocalDate;

/**
 * One version of what a client is told (act 703/2023 68 §).
 *
 * @param validFrom its first day in force, in the Finnish calendar; it lasts until the next one's
 * @param text one paragraph per line
 */
public record InformationText(String version, LocalDate validFrom, LocalizedText text) {}
