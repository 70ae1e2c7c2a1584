package fi.lupa.authorization.usageright.batch.read;

import fi.lupa.authorization.Page;
import fi.lupa.authorization.usageright.batch.Batch;
import fi.lupa.authorization.usageright.batch.BatchAnswer;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
final class ReadBatchController {
  /** Lines read and sent together when all are asked for. */
  private static final int SOME = 1000;

  private final BatchReadStore store;
  private final JsonMapper json;
  private final Clock clock;

  ReadBatchController(BatchReadStore store, JsonMapper json, Clock clock) {
    this.store = store;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping("/v1/usage-rights/batches/{id}")
  Mono<BatchAnswer> read(@RequiresScope("rights.read") Caller organiser, @PathVariable UUID id) {
    return find(id, organiser).map(batch -> BatchAnswer.of(batch, clock.instant()));
  }

  @GetMapping("/v1/usage-rights/batches/{id}/lines")
  Mono<Page<LineAnswer>> page(
      @RequiresScope("rights.read") Caller organiser, @PathVariable UUID id, PageRequest page) {
    int after = page.cursor() == null ? 0 : place(page.cursor());
    return find(id, organiser)
        .flatMap(batch -> store.lines(batch, after, page.limit() + 1))
        .map(rows -> Page.of(rows, page.limit(), LineAnswer::line, Function.identity()));
  }

  @GetMapping(
      path = "/v1/usage-rights/batches/{id}/lines",
      produces = MediaType.APPLICATION_NDJSON_VALUE)
  Mono<ResponseEntity<Flux<DataBuffer>>> all(
      @RequiresScope("rights.read") Caller organiser, @PathVariable UUID id) {
    return find(id, organiser)
        .map(batch ->
            ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(all(batch)));
  }

  /** The next lines are read when those before have been sent. */
  private Flux<DataBuffer> all(Batch batch) {
    return store
        .lines(batch, 0, SOME)
        .expand(lines ->
            lines.size() < SOME ? Mono.empty() : store.lines(batch, lines.getLast().line(), SOME))
        .filter(lines -> !lines.isEmpty())
        .map(this::text);
  }

  private DataBuffer text(List<LineAnswer> lines) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (LineAnswer line : lines) {
      text.writeBytes(json.writeValueAsBytes(line));
      text.write('\n');
    }
    return DefaultDataBufferFactory.sharedInstance.wrap(text.toByteArray());
  }

  private Mono<Batch> find(UUID id, Caller organiser) {
    return store
        .find(id, organiser.organisation())
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  private static int place(String cursor) {
    try {
      return Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }
}
