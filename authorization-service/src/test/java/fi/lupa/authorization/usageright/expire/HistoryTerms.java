package fi.lupa.authorization.usageright.expire;

import static fi.lupa.authorization.support.Calls.JSON;
import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a right lets do, as requests, answers and events write it, so that they can be compared. */
final class HistoryTerms {
  private HistoryTerms() {}

  /** Powers and maybe a subcontractor, which has a part from the right's first day on. */
  static ObjectNode atRandom(Random random, String subcontractor, LocalDate first) {
    List<List<String>> powers =
        List.of(List.of("READ"), List.of("WRITE"), List.of("READ", "WRITE"));
    ObjectNode terms = body("powers", powers.get(random.nextInt(powers.size())));
    if (random.nextInt(3) == 0) {
      ObjectNode part =
          body(
              "organisation", subcontractor,
              "unit", unit(subcontractor, 2),
              "start", first.toString());
      terms.set("subcontractors", JSON.valueToTree(List.of(part)));
    } else {
      terms.set("subcontractors", JSON.createArrayNode());
    }
    return terms;
  }

  static String of(JsonNode right) {
    TreeSet<String> powers = new TreeSet<>();
    right.path("powers").forEach(power -> powers.add(power.asString()));
    TreeSet<String> parts = new TreeSet<>();
    right
        .path("subcontractors")
        .forEach(part ->
            parts.add(part.path("unit").asString() + " from " + part.path("start").asString()));
    return powers + " " + parts;
  }
}
