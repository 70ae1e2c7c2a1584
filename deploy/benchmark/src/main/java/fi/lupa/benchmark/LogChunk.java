package fi.lupa.benchmark;

import fi.lupa.benchmark.LogFill.Place;
import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Payload.Commitments;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Entries as lines for PostgreSQL's {@code copy}, with the leaves that commit to them. */
final class LogChunk {
  private static final HexFormat HEX = HexFormat.of();

  /** Acted: an organisation of no meaning, in its own register, kind, basis and tasks. */
  private static final String MATCHED =
      "\t4f0c6a1e-9d3b-8c7f-8e2a-b1d4f6a7c9e0\t{5f0c6a1e-9d3b-8c7f-8e2a-b1d4f6a7c9e0}\t1\t2\t4\n";

  private final StringBuilder events = new StringBuilder();
  private final StringBuilder places = new StringBuilder();
  private final List<String> leaves = new ArrayList<>();
  private final List<Hash> hashes = new ArrayList<>();
  private final Hasher hasher = new Hasher();
  private final SplittableRandom random;
  private final String template;

  /**
   * @param template an event's data, with places for query, client and time
   */
  LogChunk(List<Place> chunk, String template, SplittableRandom random) {
    this.random = random;
    this.template = template;
    chunk.forEach(this::add);
  }

  private void add(Place place) {
    Instant time = place.time();
    UUID id =
        new UUID(
            time.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
            random.nextLong() >>> 2 | Long.MIN_VALUE);
    String data =
        template
            .replace("{query}", id.toString())
            .replace("{client}", place.client().toString())
            .replace("{time}", time.toString());
    String key = time + "\t" + id;
    events.append(key).append('\t').append(AccessEvents.TYPE).append('\t');
    events.append(data.replace("\\", "\\\\")).append('\n');
    places.append(place.client()).append('\t').append(key).append(MATCHED);
    addLeaf(id, time, key, data.getBytes(StandardCharsets.UTF_8));
  }

  private void addLeaf(UUID id, Instant time, String key, byte[] data) {
    byte[] salts = new byte[2 * Salt.BYTES];
    random.nextBytes(salts);
    Commitments made =
        new Payload(AccessEvents.TYPE, data, Salt.in(salts, 0), Salt.in(salts, 1))
            .commitments(hasher);
    Hash hash = hasher.leaf(new Leaf.Logged(id, time, made.shown(), made.rest()).bytes());
    hashes.add(hash);
    leaves.add(
        String.join(
            "\t",
            key,
            hex(hash.bytes()),
            hex(made.shown().bytes()),
            hex(made.rest().bytes()),
            hex(salts)));
  }

  /** As {@code copy} takes bytes. */
  static String hex(byte[] bytes) {
    return "\\\\x" + HEX.formatHex(bytes);
  }

  /** Columns: time, event_id, type, data. */
  String events() {
    return events.toString();
  }

  /** Columns: client_ref, time, event_id, organisation, controllers, kind, basis, tasks. */
  String places() {
    return places.toString();
  }

  /** The leaves' hashes, in order. */
  List<Hash> hashes() {
    return hashes;
  }

  /** Columns: idx, time, event_id, hash, shown, rest, salts; the first one's place is given. */
  String leaves(long first) {
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < leaves.size(); n++) {
      lines.append(first + n).append('\t').append(leaves.get(n)).append('\n');
    }
    return lines.toString();
  }
}
