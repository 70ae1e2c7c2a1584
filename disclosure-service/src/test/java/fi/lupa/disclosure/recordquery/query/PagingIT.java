package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turning pages while others store, renew and void: each page is what a naive shelf has beyond the
 * last one's place, so that no document comes twice and none is missed that stood all the time.
 */
class PagingIT extends DisclosureIT {
  private static final int DAYS = 4;
  private static final AtomicLong NEXT = new AtomicLong(100_000);

  private final Client client = Client.person();
  private final Shelf shelf = new Shelf();

  private Random chance = new Random();

  /** A page's line: which version of which document. */
  private record Line(String oid, int version) {}

  @ParameterizedTest
  @CsvSource({
    "1, CURRENT", "2, CURRENT", "3, CURRENT", "4, CURRENT", "5, CURRENT", "6, CURRENT",
    "1, ALL", "2, ALL", "3, ALL", "4, ALL", "5, ALL", "6, ALL"
  })
  void givesEachDocumentOnceAndMissesNoneThatStood(int seed, String versions) {
    chance = new Random(seed);
    for (int i = 0; i < 14; i++) {
      act();
    }
    Set<String> stood = shelf.standing();
    List<Line> seen = new ArrayList<>();
    String cursor = null;
    Shelf.Version last = null;
    do {
      int limit = 1 + chance.nextInt(4);
      Answer page = page(versions, limit, cursor);
      List<Shelf.Version> expected = shelf.after(last, versions.equals("ALL"));
      assertThat(lines(page))
          .isEqualTo(
              expected.stream().limit(limit).map(v -> new Line(v.oid(), v.number())).toList());
      assertThat(page.body().has("next")).isEqualTo(expected.size() > limit);
      seen.addAll(lines(page));
      last = expected.isEmpty() ? last : expected.get(Math.min(limit, expected.size()) - 1);
      cursor = page.body().path("next").asString(null);
      for (int i = chance.nextInt(4); i > 0; i--) {
        act();
      }
      stood.retainAll(shelf.standing());
    } while (cursor != null);

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.stream().map(Line::oid)).containsAll(stood);
    if (versions.equals("CURRENT")) {
      assertThat(seen.stream().map(Line::oid)).doesNotHaveDuplicates();
    }
  }

  private Answer page(String versions, int limit, String cursor) {
    ObjectNode query = Calls.own(client, NORTH).put("versions", versions).put("limit", limit);
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    Answer answer = calls.query(NORTH, query);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer;
  }

  private List<Line> lines(Answer page) {
    return page.body().path("documents").valueStream().map(this::line).collect(Collectors.toList());
  }

  private Line line(JsonNode document) {
    Line line = new Line(document.path("documentOid").asString(), document.path("version").asInt());
    assertThat(document.path("status").asString())
        .isEqualTo(shelf.version(line.oid(), line.version()).status());
    return line;
  }

  private void act() {
    List<String> standing = List.copyOf(shelf.standing());
    int what = chance.nextInt(10);
    if (standing.isEmpty() || what < 4) {
      store();
    } else {
      String oid = standing.get(chance.nextInt(standing.size()));
      if (what < 7) {
        renew(oid);
      } else {
        voided(oid);
      }
    }
  }

  private void store() {
    String day = day();
    // as long as each other, so that every collation orders them alike
    String oid =
        calls.stored(
            NORTH,
            Calls.metadata(client, NORTH)
                .put("documentOid", "1.2.246.10.91000005.14.2027." + NEXT.incrementAndGet())
                .put("recordedAt", day));
    shelf.stored(oid, day);
  }

  /** With a title of its own: the same upload again would be a repetition, not a version. */
  private void renew(String oid) {
    ObjectNode metadata =
        Calls.metadata(client, NORTH)
            .put("documentOid", oid)
            .put("baseVersion", oid + "." + shelf.current(oid).orElseThrow().number())
            .put("recordedAt", day());
    metadata.withObject("/title").put("fi", "Versio " + NEXT.incrementAndGet());
    calls.stored(NORTH, metadata);
    shelf.renewed(oid);
  }

  /** Some version that stands, or all of them. */
  private void voided(String oid) {
    List<Integer> numbers = shelf.notVoided(oid);
    boolean all = chance.nextInt(3) == 0;
    int one = numbers.get(chance.nextInt(numbers.size()));
    ObjectNode voiding = Calls.voiding(client, NORTH);
    Answer answer =
        calls.voided(NORTH, oid, all ? voiding : voiding.put("version", one), Calls.newKey());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    shelf.voided(oid, all ? numbers : List.of(one));
  }

  private String day() {
    return "2026-03-%02dT09:00:00Z".formatted(1 + chance.nextInt(DAYS));
  }
}
