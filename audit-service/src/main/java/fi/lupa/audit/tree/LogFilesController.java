package fi.lupa.audit.tree;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.OpenToAll;
import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.note.NoteSigner;
import fi.lupa.verify.tile.Entries;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The log's files as c2sp.org/tlog-tiles names them, under {@code /v1/log/tiles/}, so that a static
 * file server could give them as well; and the key that they are signed by.
 */
@RestController
class LogFilesController {
  private static final CacheControl NEVER_CHANGES =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final String TILES = "/v1/log/tiles/";
  private final TileStore tiles;
  private final CheckpointStore checkpoints;
  private final NoteSigner signer;

  LogFilesController(TileStore tiles, CheckpointStore checkpoints, NoteSigner signer) {
    this.tiles = tiles;
    this.checkpoints = checkpoints;
    this.signer = signer;
  }

  @OpenToAll
  @GetMapping("/v1/log/key")
  ResponseEntity<String> key() {
    return text(signer.key().text() + "\n", CacheControl.noCache());
  }

  @OpenToAll
  @GetMapping(TILES + "checkpoint")
  Mono<ResponseEntity<String>> checkpoint() {
    return checkpoints
        .newest()
        .map(newest -> text(newest.note(), CacheControl.noCache()))
        .switchIfEmpty(Mono.error(() -> Problem.of("PROOF_NOT_YET")));
  }

  /** What no checkpoint is signed for yet isn't there yet. */
  @OpenToAll
  @GetMapping({
    TILES + "tile/{level}/{first}",
    TILES + "tile/{level}/{first}/{second}",
    TILES + "tile/{level}/{first}/{second}/{third}",
    TILES + "tile/{level}/{first}/{second}/{third}/{fourth}"
  })
  Mono<ResponseEntity<byte[]>> tile(ServerHttpRequest request) {
    String path = request.getPath().pathWithinApplication().value().substring(TILES.length());
    return Mono.justOrEmpty(TilePath.parse(path))
        .filterWhen(asked -> checkpoints.newest().map(newest -> asked.isIn(newest.size())))
        .flatMap(this::bytes)
        .map(bytes ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(NEVER_CHANGES)
                .body(bytes))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  private Mono<byte[]> bytes(TilePath path) {
    return path.entries()
        ? tiles
            .leaves(path.tile())
            .map(leaves -> Entries.bundle(leaves.stream().map(Leaf::bytes).toList()))
        : tiles
            .hashes(List.of(path.tile()))
            .map(rows -> rows.getOrDefault(path.tile(), new byte[0]));
  }

  static ResponseEntity<String> text(String body, CacheControl caching) {
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).cacheControl(caching).body(body);
  }
}
