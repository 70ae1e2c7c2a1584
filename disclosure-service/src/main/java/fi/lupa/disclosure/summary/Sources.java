package fi.lupa.disclosure.summary;

import fi.lupa.disclosure.decision.DocumentRules;
import fi.lupa.disclosure.decision.DocumentVerdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.record.AccessExplanation.WithheldDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * The relationship and case documents that a summary is made of: those that the requester might
 * read, and those that the law or the client withholds.
 */
record Sources(List<Document> given, List<WithheldDocument> withheld) {
  static Sources of(DocumentRules rules, List<Document> found) {
    List<Document> given = new ArrayList<>();
    List<WithheldDocument> withheld = new ArrayList<>();
    for (Document document : found) {
      switch (rules.judge(document)) {
        case DocumentVerdict.Given _ -> given.add(document);
        case DocumentVerdict.Withheld why ->
            withheld.add(
                new WithheldDocument(
                    document.documentOid(),
                    document.version(),
                    document.controller(),
                    document.documentType(),
                    why.rule(),
                    why.rule().code(),
                    why.legalReferences(),
                    why.facts()));
        case DocumentVerdict.OutOfScope _ -> {
          // as if it didn't exist
        }
      }
    }
    return new Sources(given, withheld);
  }
}
