package fi.lupa.consent.print;

/** Body of {@code POST /v1/my/prints}; language is fi, sv or en. */
record MyPrintRequest(PrintKind kind, String language) {}
