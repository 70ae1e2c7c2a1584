package fi.lupa.disclosure.matter;

import fi.lupa.disclosure.matter.ClientMatter.Coded;
import fi.lupa.disclosure.matter.ClientRelationship.Address;
import fi.lupa.disclosure.matter.ClientRelationship.OwnWorker;
import fi.lupa.disclosure.matter.ClientRelationship.ProducerPart;
import fi.lupa.disclosure.matter.ClientRelationship.SubcontractorPart;
import fi.lupa.disclosure.matter.ClientRelationship.TaskPart;
import fi.lupa.disclosure.matter.ClientRelationship.UnitPeriod;
import fi.lupa.platform.codeset.NationalServiceTasks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads client relationship documents by the national property names (schema 1505.1). */
final class RelationshipDocuments {
  private final NationalServiceTasks tasks;

  RelationshipDocuments(NationalServiceTasks tasks) {
    this.tasks = tasks;
  }

  /** Empty when the document has no client relationship by those names. */
  Optional<ClientRelationship> read(JsonNode document) {
    JsonNode root = document.path("asiakkuusasiakirja");
    if (!root.isObject()) {
      return Optional.empty();
    }
    JsonNode client = root.path("asiakas");
    JsonNode relationship = root.path("sosiaalihuollon_asiakkuus");
    return Optional.of(
        new ClientRelationship(
            Nodes.first(relationship, "asiakkuuden_alkamispvm"),
            Nodes.last(relationship, "asiakkuuden_paattymispvm"),
            Nodes.isTrue(relationship, "vanha_asiakkuus"),
            Births.of(client),
            Nodes.isTrue(client, "turvakielto"),
            Nodes.last(client, "turvakiellon_paattymispaiva"),
            Nodes.text(client, "sukunimi"),
            Nodes.all(client.path("yhteystiedot").path("osoite"), RelationshipDocuments::address),
            units(root),
            Nodes.all(
                root.path("palveluista_vastaava_tyontekija"), RelationshipDocuments::ownWorker),
            Nodes.all(root.path("sosiaalihuollon_palvelutehtava"), this::task)));
  }

  private static @Nullable Address address(JsonNode node) {
    String street = Nodes.text(node, "lahiosoite");
    String postalCode = Nodes.text(node, "postinumero");
    return street == null || postalCode == null ? null : new Address(street, postalCode);
  }

  private TaskPart task(JsonNode node) {
    JsonNode task = node.path("palvelutehtava");
    String name = Nodes.text(task, "display");
    return new TaskPart(
        tasks.find(Nodes.text(task, "code"), name).orElse(null),
        name,
        units(node),
        Nodes.all(node.path("palveluntuottaja"), RelationshipDocuments::producer));
  }

  private static List<UnitPeriod> units(JsonNode node) {
    return Nodes.all(node.path("palvelunjarjestajan_palveluyksikko"), RelationshipDocuments::unit);
  }

  private static @Nullable UnitPeriod unit(JsonNode node) {
    Coded unit = Nodes.coded(node.path("palveluyksikon_nimi"));
    return unit == null
        ? null
        : new UnitPeriod(
            unit.code(),
            unit.display(),
            Nodes.first(node, "asiakkuuden_alkamispvm"),
            Nodes.last(node, "asiakkuuden_paattymispvm"));
  }

  private static @Nullable ProducerPart producer(JsonNode node) {
    UnitPeriod unit = unit(node);
    return unit == null
        ? null
        : new ProducerPart(
            unit,
            services(node),
            Nodes.all(node.path("palveluntoteuttaja"), RelationshipDocuments::subcontractor));
  }

  private static @Nullable SubcontractorPart subcontractor(JsonNode node) {
    UnitPeriod unit = unit(node);
    return unit == null ? null : new SubcontractorPart(unit, services(node));
  }

  private static List<String> services(JsonNode node) {
    return Nodes.all(node.path("sosiaalipalvelu"), service -> Nodes.text(service, "code"));
  }

  private static @Nullable OwnWorker ownWorker(JsonNode node) {
    String name =
        Stream.of("etunimet", "sukunimi")
            .map(part -> Nodes.text(node, part))
            .flatMap(Stream::ofNullable)
            .collect(Collectors.joining(" "));
    Coded unit = Nodes.coded(node.path("palveluyksikko"));
    return name.isEmpty()
        ? null
        : new OwnWorker(
            name, unit == null ? null : unit.code(), unit == null ? null : unit.display());
  }
}
