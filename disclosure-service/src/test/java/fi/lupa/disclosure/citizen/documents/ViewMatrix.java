package fi.lupa.disclosure.citizen.documents;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.Given;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The part of the golden matrix, {@code decisions.yaml}, that is about who looks. */
record ViewMatrix(JsonNode file) {
  static ViewMatrix load() {
    try (InputStream in = ViewMatrix.class.getResourceAsStream("/decisions.yaml")) {
      return new ViewMatrix(YAMLMapper.builder().build().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Row> rows() {
    return file.required("views").valueStream().map(node -> new Row(file, node)).toList();
  }

  /** One case. */
  record Row(JsonNode file, JsonNode node) {
    @Override
    public String toString() {
      return name();
    }

    String name() {
      return node.required("name").asString();
    }

    /** The reason code for which nothing is shown, or an empty text. */
    String denied() {
      return node.path("denied").asString("");
    }

    Set<String> documents() {
      return names("documents");
    }

    Set<String> shows() {
      return names("shows");
    }

    private Set<String> names(String member) {
      Set<String> names = new LinkedHashSet<>();
      node.path(member).forEach(name -> names.add(name.asString()));
      return names;
    }

    Map<String, String> withholds() {
      Map<String, String> codes = new LinkedHashMap<>();
      node.path("withholds").forEachEntry((name, code) -> codes.put(name, code.asString()));
      return codes;
    }

    JsonNode document(String name) {
      return file.path("viewed").required(name);
    }

    boolean isCommon(String name) {
      return document(name).path("common").asBoolean(false);
    }

    Client client() {
      return switch (node.path("client").asString("adult")) {
        case "adult" -> Client.person();
        case "child" -> Client.child();
        case String day -> Client.born(LocalDate.parse(day));
      };
    }

    boolean isRepresented() {
      return node.has("by");
    }

    /** Who looks at a client's documents. */
    Citizen citizen(Client client, Client representative, UUID relation) {
      return new Citizen(
          client.ref(),
          (IdentityCode) client.id(),
          isRepresented() ? new Representative(representative.ref(), relation, role()) : null);
    }

    /** The role that the token tells. */
    RepresentationRole role() {
      return RepresentationRole.valueOf(fixture().required("role").asString());
    }

    private JsonNode fixture() {
      return file.path("relations").required(node.at("/by/relation").asString());
    }

    /**
     * What is known: of informing, of the relation, of what a minor prohibits.
     *
     * @param relation that the representative's token names
     */
    List<Given.Fact> facts(
        ClientRef client, ClientRef representative, UUID relation, Map<String, Oid> documents) {
      List<Given.Fact> facts = new ArrayList<>();
      String informed = node.path("informed").asString("TODAYS");
      if (!informed.equals("NONE")) {
        Given.Fact told = Given.informed(client);
        facts.add(informed.equals("TODAYS") ? told : told.with("textVersion", informed));
      }
      Given.Fact registered = relation(client, representative, relation);
      if (registered != null) {
        facts.add(registered);
      }
      for (JsonNode asked : node.path("minor")) {
        facts.add(prohibition(client, representative, asked, documents));
      }
      return facts;
    }

    private Given.@Nullable Fact relation(
        ClientRef client, ClientRef representative, UUID relation) {
      JsonNode by = node.path("by");
      if (!isRepresented() || by.path("none").asBoolean(false)) {
        return null;
      }
      ClientRef person =
          by.path("otherPerson").asBoolean(false) ? Client.person().ref() : representative;
      Given.Fact fact =
          Given.representation(client, person, by.path("inRole").asString(role().name()));
      ObjectNode data = fact.data();
      if (!by.path("otherId").asBoolean(false)) {
        data.put("id", relation.toString());
      }
      Map.of("blocked", "blocked", "state", "state", "matters", "matters", "from", "validFrom")
          .forEach((from, to) -> copy(by, from, data, to));
      copy(by, "until", data, "validUntil");
      return fact;
    }

    private static Given.Fact prohibition(
        ClientRef client, ClientRef representative, JsonNode asked, Map<String, Oid> documents) {
      Given.Fact fact = Given.guardianProhibition(client);
      ObjectNode data = fact.data();
      copy(asked, "target", data, "target");
      copy(asked, "state", data, "state");
      copy(asked, "task", data, "serviceTask");
      if (asked.path("state").asString("").equals("CANCELLED")) {
        data.put("cancelledAt", "2026-11-22T09:00:00Z");
      }
      if (asked.has("document")) {
        Oid document = Objects.requireNonNull(documents.get(asked.path("document").asString()));
        data.put("document", document.value());
      }
      return switch (asked.path("against").asString("")) {
        case "this" -> fact.with("guardian", representative);
        case "other" -> fact.with("guardian", Client.person().ref());
        default -> fact;
      };
    }

    private static void copy(JsonNode from, String member, ObjectNode to, String as) {
      if (from.has(member)) {
        to.set(as, from.path(member));
      }
    }
  }
}
