package fi.lupa.acceptance.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A citizen's log as read to its end.
 *
 * @param coverage as told with the first page
 * @param withheld as told with the first page
 */
public record MyLog(List<JsonNode> entries, JsonNode coverage, JsonNode withheld) {
  private static final String PATH = "/v1/my/log";

  /** Reads it in English, page by page. */
  public static MyLog of(Person person) {
    return of(person, 200);
  }

  /** The same with pages of this size. */
  public static MyLog of(Person person, int limit) {
    var entries = new ArrayList<JsonNode>();
    Optional<JsonNode> first = Optional.empty();
    String cursor = "";
    do {
      Reply page =
          Http.expect(200, Call.get(person, PATH + "?limit=" + limit + cursor).language("en"));
      entries.addAll(page.list("/items"));
      first = first.or(() -> Optional.of(page.json()));
      cursor = page.json().path("next").isString() ? "&cursor=" + page.text("/next") : "";
    } while (!cursor.isEmpty());
    JsonNode head = first.orElseThrow();
    return new MyLog(List.copyOf(entries), head.path("coverage"), head.path("withheld"));
  }

  /** Its entries of one kind, newest first. */
  public List<JsonNode> of(String kind) {
    return entries.stream().filter(entry -> entry.path("kind").asString().equals(kind)).toList();
  }

  /** The ids of its entries, newest first. */
  public List<String> ids() {
    return entries.stream().map(entry -> entry.path("id").asString()).toList();
  }

  /** The accesses, newest first. */
  public List<JsonNode> accesses() {
    return of("ACCESS");
  }

  /** Up to when it is complete; long ago while that isn't known. */
  public Instant completeUpTo() {
    JsonNode upTo = coverage.path("completeUpTo");
    return upTo.isString() ? Instant.parse(upTo.asString()) : Instant.EPOCH;
  }

  /** How far the whole log reaches, as anybody reads it. */
  public static Instant reach(Person person) {
    Reply page = Http.expect(200, Call.get(person, PATH + "?limit=1"));
    return new MyLog(List.of(), page.json().path("coverage"), page.json().path("withheld"))
        .completeUpTo();
  }

  /** The newest entry's id, empty when there is none. */
  public static String newest(Person person) {
    return Http.expect(200, Call.get(person, PATH + "?limit=1")).text("/items/0/id");
  }
}
