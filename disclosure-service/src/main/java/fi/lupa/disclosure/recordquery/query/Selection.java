package fi.lupa.disclosure.recordquery.query;

import fi.lupa.disclosure.decision.DocumentRules;
import fi.lupa.disclosure.decision.DocumentVerdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.Place;
import fi.lupa.disclosure.record.AccessExplanation.WithheldDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Picks one page out of a client's documents, newest first. A withheld document doesn't count
 * towards the page, so that page sizes tell nothing about what is hidden. With content, a page also
 * ends before its bytes grow too many.
 */
final class Selection {
  /** Most bytes of content on a page; one larger document still comes alone. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  private final DocumentRules rules;
  private final int limit;
  private final boolean content;
  private final List<Document> given = new ArrayList<>();
  private final List<WithheldDocument> withheld = new ArrayList<>();
  private long bytes;
  private boolean more;
  private @Nullable Place last;

  Selection(DocumentRules rules, int limit, boolean content) {
    this.rules = rules;
    this.limit = limit;
    this.content = content;
  }

  /** Looks at the next documents; false when the page is full. */
  boolean accept(List<Document> documents) {
    for (Document document : documents) {
      DocumentVerdict verdict = rules.judge(document);
      if (verdict instanceof DocumentVerdict.Given) {
        if (isFull(document)) {
          more = true;
          return false;
        }
        given.add(document);
        bytes += document.form().contentBytes();
      } else if (verdict instanceof DocumentVerdict.Withheld why) {
        withheld.add(withheld(document, why));
      }
      last = Place.of(document);
    }
    return true;
  }

  /** How many more would fill the page and tell that there is another. */
  int missing() {
    return limit + 1 - given.size();
  }

  /** Where to look on from. */
  @Nullable Place last() {
    return last;
  }

  List<Document> given() {
    return given;
  }

  List<WithheldDocument> withheld() {
    return withheld;
  }

  /** The cursor of the next page, absent on the last one. */
  @Nullable String next() {
    return more ? Place.of(given.getLast()).cursor() : null;
  }

  private boolean isFull(Document next) {
    boolean tooManyBytes =
        content && !given.isEmpty() && bytes + next.form().contentBytes() > MOST_BYTES;
    return given.size() == limit || tooManyBytes;
  }

  private static WithheldDocument withheld(Document document, DocumentVerdict.Withheld why) {
    return new WithheldDocument(
        document.documentOid(),
        document.version(),
        document.controller(),
        document.documentType(),
        why.rule(),
        why.rule().code(),
        why.legalReferences(),
        why.facts());
  }
}
