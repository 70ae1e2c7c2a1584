package fi.lupa.audit.anchor;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/log/anchors} of {@code openapi/audit.yaml}. */
@RestController
class AnchorController {
  private final AnchorStore store;
  private final AnchorAge age;
  private final Clock clock;

  AnchorController(AnchorStore store, AnchorAge age, Clock clock) {
    this.store = store;
    this.age = age;
    this.clock = clock;
  }

  /** One page, the biggest first. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(List<Anchor> items, @Nullable String next) {}

  @PostMapping("/v1/log/anchors")
  Mono<Anchor> record(
      @RequiresScope("log.operate") Caller caller,
      @RequestSchema("LogAnchoring") AnchorRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Anchor anchor =
        new Anchor(
            request.size(),
            request.place(),
            request.anchoredAt().truncatedTo(ChronoUnit.MICROS),
            now,
            caller.subject());
    return store
        .signed(anchor.size())
        .switchIfEmpty(Mono.error(() -> Problem.invalid("/size", "must be a checkpoint's size")))
        .flatMap(signed -> {
          if (anchor.anchoredAt().isBefore(signed) || anchor.anchoredAt().isAfter(now)) {
            throw Problem.invalid("/anchoredAt", "must lie between its signature and now");
          }
          return store.add(anchor);
        })
        .then(Mono.defer(() -> store.one(anchor.size(), anchor.place())))
        .doOnSuccess(told -> age.kick());
  }

  @GetMapping("/v1/log/anchors")
  Mono<Page> page(@RequiresScope("log.operate") Caller caller, PageRequest request) {
    return Mono.fromSupplier(() -> Place.of(request.cursor()))
        .flatMap(before -> store.page(before.size(), before.place(), request.limit() + 1))
        .map(found -> {
          List<Anchor> shown = found.stream().limit(request.limit()).toList();
          boolean more = found.size() > shown.size();
          return new Page(shown, more ? Place.of(shown.getLast()).cursor() : null);
        });
  }

  /** Right after that anchor in the list. */
  private record Place(long size, String place) {
    private static final Place TOP = new Place(Long.MAX_VALUE, "");

    static Place of(Anchor anchor) {
      return new Place(anchor.size(), anchor.place());
    }

    static Place of(@Nullable String cursor) {
      if (cursor == null) {
        return TOP;
      }
      List<String> parts = Cursor.decode(cursor, 2);
      try {
        return new Place(Long.parseLong(parts.get(0)), parts.get(1));
      } catch (NumberFormatException e) {
        throw Cursor.invalid();
      }
    }

    String cursor() {
      return Cursor.encode(size, place);
    }
  }
}
