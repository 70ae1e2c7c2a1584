package fi.lupa.authorization.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * What shows that a step was taken; never personal data.
 *
 * @param reference of a document elsewhere: its number, OID or address; 1 to 100 characters
 * @param text free text, up to 500 characters
 */
public record Evidence(String reference, @Nullable String text) {}
