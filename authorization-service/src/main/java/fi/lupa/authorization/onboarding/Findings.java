package fi.lupa.authorization.onboarding;

/** What the archivist found of the commissioning test's documents. */
public record Findings(
    boolean allDocumentsArchived, boolean inRightRegister, boolean contentsEqual) {
  boolean passed() {
    return allDocumentsArchived && inRightRegister && contentsEqual;
  }
}
