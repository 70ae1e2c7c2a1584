package fi.lupa.authorization.usageright.expire;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.RelationshipDocuments.block;
import static fi.lupa.authorization.support.RelationshipDocuments.document;
import static fi.lupa.authorization.support.RelationshipDocuments.task;

import fi.lupa.authorization.support.RelationshipDocuments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client's relationship document whose versions change at random. What becomes of its rights is
 * told to their naive readings by what the blocks say.
 */
final class HistoryDocument {
  private final String organiser;
  private final String client;
  private final List<String> producers;
  private final String oid = newOid();
  private final List<Block> blocks = new ArrayList<>();
  private long version;

  private record Block(String producer, int unit, LocalDate first, LocalDate last) {}

  HistoryDocument(String organiser, String client, List<String> producers) {
    this.organiser = organiser;
    this.client = client;
    this.producers = producers;
  }

  String organiser() {
    return organiser;
  }

  /** A block begins, gets another end, or goes. */
  void change(Random random, LocalDate today) {
    version++;
    LocalDate last = random.nextBoolean() ? null : today.plusDays(random.nextInt(6) - 1L);
    int which = blocks.isEmpty() ? 0 : random.nextInt(blocks.size());
    switch (blocks.isEmpty() ? 0 : random.nextInt(4)) {
      case 0, 1 ->
          blocks.add(
              new Block(
                  producers.get(random.nextInt(producers.size())),
                  1 + random.nextInt(2),
                  today.plusDays(random.nextInt(4) - 1L),
                  last));
      case 2 -> {
        Block one = blocks.get(which);
        blocks.set(which, new Block(one.producer(), one.unit(), one.first(), last));
      }
      default -> blocks.remove(which);
    }
  }

  ObjectNode request() {
    ObjectNode[] all =
        blocks.stream()
            .map(one ->
                block(
                    unit(one.producer(), one.unit()),
                    one.first().toString(),
                    one.last() == null ? null : one.last().toString()))
            .toArray(ObjectNode[]::new);
    return body(
        "client",
        Map.of("identityCode", client),
        "documentOid",
        oid,
        "version",
        version,
        "schemaOid",
        RelationshipDocuments.SCHEMA,
        "document",
        document(client, organiser, task("20", all)));
  }

  /** What came of a block, for the naive reading of its right. */
  void read(JsonNode item, Map<String, NaiveRight> rights, LocalDate today) {
    NaiveRight right = rights.get(item.path("id").asString());
    String end = item.path("end").asString("");
    switch (item.path("change").asString()) {
      case "GRANTED" -> {
        Block one = blocks.get(place(item));
        NaiveRight granted =
            new NaiveRight(organiser, one.producer(), client, today, one.first(), one.last());
        granted.terms("[READ, WRITE] []");
        rights.put(item.path("id").asString(), granted);
      }
      case "AMENDED" -> {
        Block one = blocks.get(place(item));
        boolean begun = right.state(today).equals("IN_FORCE");
        right.amended(
            today,
            begun ? right.first() : one.first(),
            end.isEmpty() ? null : LocalDate.parse(end));
        right.terms(right.terms().replaceAll("\\[[^\\]]*\\]$", "[]"));
      }
      case "ENDED" -> {
        if (item.path("state").asString().equals("ENDED")) {
          right.stopped(today);
        } else {
          right.shortened(today, blocks.get(place(item)).last());
        }
      }
      default -> {}
    }
  }

  private static int place(JsonNode item) {
    String pointer = item.path("pointer").asString();
    return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
  }
}
