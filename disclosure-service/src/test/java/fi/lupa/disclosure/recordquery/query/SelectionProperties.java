package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.DocumentFacts;
import fi.lupa.disclosure.decision.DocumentRules;
import fi.lupa.disclosure.decision.DocumentVerdict;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.Place;
import fi.lupa.disclosure.support.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Turning pages: everything that is given comes once, and nothing tells what is hidden. */
class SelectionProperties {
  private static final int MIB = 1024 * 1024;

  enum Fate {
    GIVEN,
    WITHHELD,
    OUT_OF_SCOPE
  }

  /** A client's documents, newest first, with what becomes of each. */
  record Shelf(List<Document> documents, Map<Oid, Fate> fates) {
    DocumentVerdict judge(DocumentFacts document) {
      return switch (fates.get(document.documentOid())) {
        case GIVEN -> DocumentVerdict.GIVEN;
        case WITHHELD ->
            new DocumentVerdict.Withheld(Rule.TASK_NOT_PROHIBITED, List.of(), List.of());
        case OUT_OF_SCOPE -> DocumentVerdict.OUT_OF_SCOPE;
      };
    }

    List<Oid> given() {
      return documents.stream()
          .map(Document::documentOid)
          .filter(oid -> fates.get(oid) == Fate.GIVEN)
          .toList();
    }

    Shelf onlyGiven() {
      return new Shelf(
          documents.stream().filter(d -> fates.get(d.documentOid()) == Fate.GIVEN).toList(), fates);
    }

    List<Document> after(@Nullable Place place, int most) {
      return documents.stream()
          .filter(d -> place == null || ORDER.compare(d, at(place)) > 0)
          .limit(most)
          .toList();
    }

    private static Document at(Place place) {
      return document(place.documentOid(), place.sortAt(), 0);
    }
  }

  private static final Comparator<Document> ORDER =
      Comparator.comparing(Document::recordedAt)
          .thenComparing(d -> d.documentOid().value())
          .reversed();

  /** What RecordQuery does with a Selection, with a list for a database. */
  private static List<Selection> pages(Shelf shelf, int limit, boolean content, int chunk) {
    List<Selection> pages = new ArrayList<>();
    String cursor = null;
    do {
      Selection page = new Selection((DocumentRules) shelf::judge, limit, content);
      Place after = Place.parse(cursor);
      List<Document> found;
      do {
        found = shelf.after(after, chunk);
        if (!page.accept(found)) {
          break;
        }
        after = page.last();
      } while (found.size() == chunk);
      pages.add(page);
      cursor = page.next();
      assertThat(pages).as("pages end").hasSizeLessThan(200);
    } while (cursor != null);
    return pages;
  }

  @Provide
  Arbitrary<Shelf> shelves() {
    Arbitrary<Integer> sizes =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(1, MIB)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(MIB, 10 * MIB)));
    Arbitrary<Long> seconds = Arbitraries.longs().between(0, 20);
    return Combinators.combine(
            Arbitraries.of(Fate.class).list().ofMaxSize(60),
            sizes.list().ofSize(60),
            seconds.list().ofSize(60))
        .as(SelectionProperties::shelf);
  }

  private static Shelf shelf(List<Fate> fates, List<Integer> sizes, List<Long> seconds) {
    List<Document> documents =
        IntStream.range(0, fates.size())
            .mapToObj(i ->
                document(
                    new Oid("1.2.3." + i), Instant.ofEpochSecond(seconds.get(i)), sizes.get(i)))
            .sorted(ORDER)
            .toList();
    return new Shelf(
        documents,
        IntStream.range(0, fates.size())
            .boxed()
            .collect(Collectors.toMap(i -> new Oid("1.2.3." + i), fates::get)));
  }

  @Property
  void pagesTogetherAreEverythingGivenOnceAndInOrder(
      @ForAll("shelves") Shelf shelf,
      @ForAll @IntRange(min = 1, max = 12) int limit,
      @ForAll boolean content,
      @ForAll @IntRange(min = 1, max = 20) int chunk) {
    List<Selection> pages = pages(shelf, limit, content, chunk);
    assertThat(pages.stream().flatMap(page -> page.given().stream()).map(Document::documentOid))
        .containsExactlyElementsOf(shelf.given());
    assertThat(
            pages.stream().flatMap(p -> p.withheld().stream()).map(w -> w.documentOid()).distinct())
        .hasSize(
            (int)
                shelf.documents().stream()
                    .filter(d -> shelf.judge(d) instanceof DocumentVerdict.Withheld)
                    .count());
  }

  @Property
  void pagesAreTheSameAsIfNothingWereWithheld(
      @ForAll("shelves") Shelf shelf,
      @ForAll @IntRange(min = 1, max = 12) int limit,
      @ForAll boolean content) {
    Function<Shelf, List<Object>> seen =
        s ->
            pages(s, limit, content, limit + 1).stream()
                .flatMap(page -> Stream.of((Object) page.given(), String.valueOf(page.next())))
                .toList();
    assertThat(seen.apply(shelf)).isEqualTo(seen.apply(shelf.onlyGiven()));
  }

  @Property
  void pagesKeepTheirLimits(
      @ForAll("shelves") Shelf shelf, @ForAll @IntRange(min = 1, max = 12) int limit) {
    for (Selection page : pages(shelf, limit, true, limit + 1)) {
      assertThat(page.given()).hasSizeLessThanOrEqualTo(limit);
      long bytes = page.given().stream().mapToLong(d -> d.form().contentBytes()).sum();
      assertThat(bytes <= Selection.MOST_BYTES || page.given().size() == 1).isTrue();
    }
  }

  @Example
  void withoutContentBytesDontMatter() {
    Shelf shelf =
        shelf(
            List.of(Fate.GIVEN, Fate.GIVEN, Fate.GIVEN),
            List.of(10 * MIB, 10 * MIB, 10 * MIB),
            List.of(1L, 2L, 3L));
    assertThat(pages(shelf, 5, false, 6)).hasSize(1);
    assertThat(pages(shelf, 5, true, 6)).hasSize(3);
  }

  @Example
  void aDocumentLargerThanAPageComesAlone() {
    Shelf shelf = shelf(List.of(Fate.GIVEN, Fate.GIVEN), List.of(17 * MIB, 1), List.of(2L, 1L));
    assertThat(pages(shelf, 5, true, 6))
        .extracting(page -> page.given().size())
        .containsExactly(1, 1);
  }

  private static Document document(Oid oid, Instant recordedAt, int bytes) {
    return Documents.recorded(oid, recordedAt, bytes);
  }
}
