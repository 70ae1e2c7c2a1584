package fi.lupa.platform.app;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.ExpectedVersion;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.platform.web.RequestSchema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/v1/notes")
class NoteController {
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final DatabaseClient db;
  private final ClientRefs clients;
  private final Ids ids;
  private final JsonMapper json;
  private final Outbox outbox;

  NoteController(
      Transactions transactions,
      Idempotency idempotency,
      DatabaseClient db,
      ClientRefs clients,
      Ids ids,
      JsonMapper json,
      Outbox outbox) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.db = db;
    this.clients = clients;
    this.ids = ids;
    this.json = json;
    this.outbox = outbox;
  }

  @PostMapping
  Mono<ResponseEntity<JsonNode>> create(
      @RequiresScope("notes.write") Caller caller,
      IdempotencyKey key,
      @RequestSchema("Note") Note note) {
    return transactions
        .run(idempotency.once(caller.organisation().value(), key, note, insert(note)))
        .map(once -> ResponseEntity.status(once.answer().status()).body(once.answer().body()));
  }

  private Mono<StoredAnswer> insert(Note note) {
    UUID id = ids.next();
    return db.sql("insert into note (id, text) values ($1, $2)")
        .bind(0, id)
        .bind(1, note.text())
        .fetch()
        .rowsUpdated()
        .map(rows ->
            new StoredAnswer(
                201,
                Map.of(),
                json.valueToTree(
                    Map.of("id", id, "client", clients.of(note.client()).toString()))));
  }

  @PostMapping("/loose")
  Mono<Note.Loose> loose(
      @RequiresScope("notes.write") Caller caller, @RequestSchema("Loose") Note.Loose note) {
    return Mono.just(note);
  }

  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<String>> read(
      @RequiresScope("notes.read") Caller caller, @PathVariable UUID id) {
    return db.sql("select text from note where id = $1")
        .bind(0, id)
        .map(row -> row.get(0, String.class))
        .one()
        .map(text -> ResponseEntity.ok().eTag(Etags.of(1)).body("\"" + text + "\""))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  @PutMapping("/{id}")
  Mono<Void> change(
      @RequiresScope("notes.write") Caller caller,
      @PathVariable UUID id,
      ExpectedVersion version,
      @RequestSchema("Loose") Note.Loose note) {
    return Mono.fromRunnable(() -> version.check(3));
  }

  @GetMapping
  Mono<PageRequest> list(@RequiresScope("notes.read") Caller caller, PageRequest page) {
    return Mono.just(page);
  }

  @GetMapping("/mine")
  Mono<Map<String, String>> mine(@RequiresScope("citizen") Citizen citizen) {
    return Mono.just(Map.of("client", citizen.client().toString()));
  }

  @GetMapping("/ours")
  Mono<Map<String, String>> ours(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen) {
    Representative representative = citizen.representative();
    return Mono.just(
        Map.of(
            "client",
            citizen.client().toString(),
            "asker",
            citizen.asker(),
            "by",
            representative == null ? "client" : representative.role().name()));
  }

  @PostMapping("/told")
  Mono<Envelope> tell(@RequiresScope("notes.write") Caller caller) {
    InformingRecorded event =
        new InformingRecorded(
            ids.next(),
            1,
            new ClientRef(ids.next()),
            "2026-1",
            "fi",
            Channel.PROVIDER,
            caller.organisation(),
            Instant.parse("2026-11-22T08:00:00Z"),
            null);
    return transactions.run(outbox.append(event, event.client().toString()));
  }

  @GetMapping("/broken")
  Mono<String> broken(@RequiresScope("notes.read") Caller caller) {
    return Mono.error(new IllegalStateException("131052-308T may not be seen"));
  }

  @GetMapping("/denied")
  Mono<String> denied(@RequiresScope("notes.read") Caller caller) {
    return Mono.error(Problem.of("SCOPE_MISSING").with("queryId", "q-1"));
  }
}
