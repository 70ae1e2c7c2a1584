package fi.lupa.disclosure.decision;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.Matrix.Row;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the facts of a row out of their short form in the matrix. */
record RowFacts(Row row, ClientRef client, Map<String, Oid> documents) {

  Given.Fact fact(JsonNode given) {
    if (given.has("org")) {
      return organisation(given);
    }
    String name =
        given.isString() ? given.asString() : given.iterator().next().asString("no fixture");
    ObjectNode merged = (ObjectNode) row.fixture(name).deepCopy();
    if (given.isObject()) {
      given.forEachEntry(merged::set);
    }
    return switch (merged.path("kind").asString()) {
      case "informing" -> Given.informed(about(merged));
      case "permit" -> permit(merged);
      case "right" -> right(merged);
      case "prohibition" -> prohibition(merged);
      case "representation" -> representation(merged);
      default -> throw new IllegalStateException("no such kind in: " + row.name());
    };
  }

  private ClientRef about(JsonNode fact) {
    return fact.path("otherClient").asBoolean(false) ? row.otherClient() : client;
  }

  private Given.Fact organisation(JsonNode given) {
    Oid oid = row.organisation(given.path("org").asString());
    Given.Fact fact =
        row.organisations().stream()
            .filter(known -> known.id().equals(oid.value()))
            .findFirst()
            .orElseThrow()
            .version(2);
    for (String member : Set.of("status", "functions")) {
      fact = given.has(member) ? fact.with(member, given.path(member)) : fact;
    }
    if (given.has("jointService")) {
      unit(fact, given.path("jointService")).put("jointService", true);
    }
    for (JsonNode service : given.path("joint")) {
      unit(fact, service.path("unit")).withArray("jointServices").add(joint(service));
    }
    return fact;
  }

  private static ObjectNode unit(Given.Fact organisation, JsonNode number) {
    return (ObjectNode) organisation.data().path("units").path(number.asInt() - 1);
  }

  private ObjectNode joint(JsonNode short_) {
    ArrayNode partners = Given.JSON.createArrayNode();
    short_
        .path("partners")
        .forEach(name -> partners.add(row.organisation(name.asString()).value()));
    ObjectNode service =
        Given.object(
            "serviceTasks",
            short_.path("tasks"),
            "partners",
            partners,
            "start",
            short_.path("start").asString("2026-01-01"));
    copy(short_, "services", service, "socialServices");
    copy(short_, "end", service, "end");
    return service;
  }

  private Given.Fact permit(JsonNode short_) {
    Object[] targets =
        short_.path("targets").valueStream().map(target -> (Object) target(target)).toArray();
    return Given.permit(about(short_), short_.path("permitKind").asString(), targets)
        .with("state", short_.path("state"));
  }

  private ObjectNode target(JsonNode short_) {
    ObjectNode recipient = Given.object("type", short_.path("type"));
    if (short_.has("organisation")) {
      recipient.put(
          "organisation", row.organisation(short_.path("organisation").asString()).value());
    }
    ObjectNode target = Given.object("recipient", recipient, "serviceTasks", short_.path("tasks"));
    copy(short_, "groups", target, "dataGroups");
    copy(short_, "from", target, "recordedFrom");
    copy(short_, "to", target, "recordedTo");
    return target;
  }

  private Given.Fact right(JsonNode short_) {
    Oid producer = row.organisation(short_.path("producer").asString());
    Given.Fact right =
        Given.right(about(short_), row.organisation(short_.path("organiser").asString()), producer)
            .with("producerUnit", Oids.unit(producer, short_.path("unit").asInt()))
            .with("serviceTask", short_.path("task"));
    ObjectNode data = right.data();
    copy(short_, "start", data, "start");
    copy(short_, "end", data, "end");
    copy(short_, "services", data, "socialServices");
    copy(short_, "powers", data, "powers");
    if (short_.has("subcontractors")) {
      data.set("subcontractors", subcontractors(short_.path("subcontractors")));
    }
    return short_.has("endedAt") ? right.ended(short_.path("endedAt").asString()) : right;
  }

  private ArrayNode subcontractors(JsonNode parts) {
    ArrayNode all = Given.JSON.createArrayNode();
    for (JsonNode part : parts) {
      Oid organisation = row.organisation(part.path("organisation").asString());
      ObjectNode one =
          Given.object(
              "organisation",
              organisation,
              "unit",
              Oids.unit(organisation, part.path("unit").asInt(1)),
              "socialServices",
              Given.JSON.createArrayNode(),
              "start",
              part.path("start").asString("2026-01-01"));
      copy(part, "services", one, "socialServices");
      copy(part, "end", one, "end");
      all.add(one);
    }
    return all;
  }

  private Given.Fact representation(JsonNode short_) {
    Given.Fact fact =
        Given.representation(about(short_), Client.person().ref(), short_.path("role").asString());
    copy(short_, "matters", fact.data(), "matters");
    copy(short_, "blocked", fact.data(), "blocked");
    copy(short_, "state", fact.data(), "state");
    copy(short_, "from", fact.data(), "validFrom");
    copy(short_, "until", fact.data(), "validUntil");
    return fact;
  }

  private Given.Fact prohibition(JsonNode short_) {
    String target = short_.path("target").asString();
    Given.Fact set =
        switch (target) {
          case "CONTROLLER" ->
              Given.prohibition(
                  about(short_),
                  target,
                  "controller",
                  row.organisation(short_.path("controller").asString()));
          case "SERVICE_TASK" ->
              Given.prohibition(about(short_), target, "serviceTask", short_.path("task"));
          default ->
              Given.prohibition(
                  about(short_),
                  target,
                  "document",
                  documents.get(short_.path("document").asString()));
        };
    return short_.path("state").asString("SET").equals("CANCELLED") ? set.cancelled() : set;
  }

  private static void copy(JsonNode from, String member, ObjectNode to, String as) {
    if (from.has(member)) {
      to.set(as, from.path(member));
    }
  }
}
