package fi.lupa.disclosure.decision;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.testkit.TestPersons;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The golden matrix, {@code decisions.yaml}. */
record Matrix(JsonNode file) {
  static Matrix load() {
    try (InputStream in = Matrix.class.getResourceAsStream("/decisions.yaml")) {
      return new Matrix(YAMLMapper.builder().build().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Row> rows() {
    return IntStream.range(0, file.path("rows").size())
        .mapToObj(i -> new Row(this, i, file.path("rows").get(i)))
        .toList();
  }

  /** One case. */
  record Row(Matrix matrix, int index, JsonNode node) {
    @Override
    public String toString() {
      return name();
    }

    String name() {
      return node.path("name").asString();
    }

    boolean isStore() {
      return node.has("store");
    }

    /** The request's fixture with the row's changes. */
    ObjectNode request() {
      String name = node.path(isStore() ? "store" : "ask").asString();
      return merged(matrix.file.path(isStore() ? "stores" : "requests").path(name), "with");
    }

    private ObjectNode merged(JsonNode fixture, String changes) {
      if (!fixture.isObject()) {
        throw new IllegalStateException("no such fixture in: " + name());
      }
      ObjectNode merged = (ObjectNode) fixture.deepCopy();
      node.path(changes).forEachEntry(merged::set);
      return merged;
    }

    Set<String> documents() {
      Set<String> names = new LinkedHashSet<>();
      if (node.has("documents")) {
        node.path("documents").forEach(name -> names.add(name.asString()));
      } else if (!isStore() && denied().isEmpty()) {
        each(
            matrix.file.path("documents"),
            (name, document) -> {
              if (!document.path("apart").asBoolean(false)) {
                names.add(name);
              }
            });
      }
      return names;
    }

    JsonNode document(String name) {
      return matrix.file.path("documents").required(name);
    }

    /** The reason code, or an empty text. */
    String denied() {
      return node.path("denied").asString("");
    }

    Set<String> gives() {
      Set<String> names = new LinkedHashSet<>();
      node.path("gives").forEach(name -> names.add(name.asString()));
      return names;
    }

    Map<String, String> withholds() {
      Map<String, String> codes = new LinkedHashMap<>();
      node.path("withholds").forEachEntry((name, code) -> codes.put(name, code.asString()));
      return codes;
    }

    /** Non-disclosure for safety as the client relationship documents tell it. */
    List<Protection> protections() {
      return node.path("protection").valueStream().map(Row::protection).toList();
    }

    private static Protection protection(JsonNode period) {
      return new Protection(
          LocalDate.parse(period.path("since").asString()),
          period.has("until") ? LocalDate.parse(period.path("until").asString()) : null);
    }

    /** The role that asks: one that sees all but the specially protected, unless the row says. */
    String role() {
      JsonNode by = matrix.file.at("/organisations/" + request().path("by").asString());
      String usual =
          by.path("sector").asString().equals("HEALTH")
              ? "HEALTH_WIDE"
              : by.path("ownership").asString().equals("PRIVATE")
                  ? "ADMINISTRATION"
                  : "WIDE_RESPONSIBILITY";
      return node.path("role").asString(node.at("/contact/role").asString(usual));
    }

    /** Whether the request says that contact data are needed. */
    boolean needsContact() {
      return node.at("/contact/needed").asBoolean(false);
    }

    /** The code for which contact data are left out, or an empty text. */
    String hides() {
      return node.path("hides").asString("");
    }

    /** The law that the row is judged by. */
    Rulebook rulebook() {
      return Rulebook.valueOf(node.path("under").asString(Rulebook.ACT_703_2023.name()));
    }

    /** Provisions of what was allowed or denied; those of the tables unless the row says. */
    List<String> law() {
      JsonNode law = node.has("law") ? node.path("law") : lawOfTables();
      return law.valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode lawOfTables() {
      String act = node.path(isStore() ? "store" : "ask").asString();
      if (rulebook() != Rulebook.ACT_703_2023) {
        JsonNode former = matrix.file.path("formerly").required(rulebook().name());
        String key = denied().isEmpty() ? isStore() ? "store" : act : denied();
        return former.has(key) ? former.path(key) : former.required("otherwise");
      }
      return denied().isEmpty()
          ? matrix.file.at("/allowedBy/" + (isStore() ? "store/" : "ask/") + act)
          : matrix.file.path("refusedBy").required(denied());
    }

    /** The ground that the request states, or an empty text. */
    String ground() {
      return request().path("ground").asString("");
    }

    /** What a statutory ground asks for, as the rules see it. */
    Stated stated() {
      JsonNode request = request();
      JsonNode need = request.path("protection");
      return new Stated(
          ground().isEmpty() ? null : Ground.valueOf(ground()),
          request.path("relationship").asString("").equals("OTHER_TASK"),
          request.path("wide").asBoolean(false),
          request.path("necessity").asBoolean(false),
          request.path("incapacity").asBoolean(false),
          need.isObject()
              ? new ProtectionNeed(
                  ProtectionNeed.Reason.valueOf(need.path("reason").asString()),
                  ProtectionNeed.NoPermit.valueOf(need.path("permit").asString()),
                  need.path("immediate").asBoolean())
              : null);
    }

    /** The chain that a store states, with organisations and units by their OIDs. */
    JsonNode chain() {
      JsonNode stated = request().path("chain");
      if (!stated.isObject()) {
        return stated;
      }
      ObjectNode chain = Given.object();
      stated.forEachEntry((member, name) -> {
        Oid oid = organisation(name.asString());
        chain.put(member, (member.endsWith("Unit") ? Oids.unit(oid, 1) : oid).value());
      });
      return chain;
    }

    Client client() {
      return switch (node.path("client").asString("")) {
        case "temporary" -> Client.temporary();
        case "child" -> Client.child();
        default -> Client.person();
      };
    }

    /** Rows that change organisations get organisations of their own. */
    private int salt() {
      return node.path("given").valueStream().anyMatch(fact -> fact.has("org")) ? index + 1 : 0;
    }

    Oid organisation(String name) {
      List<String> known = List.copyOf(matrix.file.path("organisations").propertyNames());
      int n = name.equals("stranger") ? 9 : known.indexOf(name);
      if (n < 0) {
        throw new IllegalStateException("no organisation " + name + " in: " + name());
      }
      return Oids.organisation(60_000_000L + salt() * 10L + n);
    }

    /** The organisations as they are when documents are stored: all joined. */
    List<Given.Fact> organisations() {
      List<Given.Fact> facts = new ArrayList<>();
      each(
          matrix.file.path("organisations"),
          (name, fixture) ->
              facts.add(
                  Given.organisation(
                      organisation(name),
                      fixture.path("sector").asString(),
                      fixture.path("ownership").asString())));
      return facts;
    }

    /** What the row says is known; each call makes new facts. */
    List<Given.Fact> facts(ClientRef client, Map<String, Oid> documents) {
      return node.path("given")
          .valueStream()
          .map(given -> new RowFacts(this, client, documents).fact(given))
          .toList();
    }

    /** Somebody else: with whom the documents of a common matter are shared. */
    Client other() {
      String code = TestPersons.identityCode(200_000 + index);
      return new Client(new IdentityCode(code), "identityCode", code);
    }

    ClientRef otherClient() {
      return other().ref();
    }

    /** Whether the documents are of a common matter with the other client. */
    boolean isCommon() {
      return node.has("other");
    }

    /**
     * The same documents as a query about the other client finds them: what is known about the one
     * isn't about this one, and the other way round.
     */
    Row ofOther() {
      ObjectNode row = (ObjectNode) node.deepCopy();
      row.remove(List.of("denied", "gives", "withholds", "law", "other"));
      row.put("name", name() + " (the other client)");
      node.path("other").forEachEntry(row::set);
      ArrayNode given = row.putArray("given");
      for (JsonNode fact : node.path("given")) {
        given.add(
            fact.has("org")
                ? fact
                : turned(fact.isString() ? Given.object(fact.asString(), fact.asString()) : fact));
      }
      return new Row(matrix, index, row);
    }

    private static JsonNode turned(JsonNode fact) {
      ObjectNode turned = (ObjectNode) fact.deepCopy();
      return turned.put("otherClient", !fact.path("otherClient").asBoolean(false));
    }

    JsonNode fixture(String name) {
      return matrix.file.path("facts").required(name);
    }

    static void each(JsonNode object, BiConsumer<String, JsonNode> action) {
      object.forEachEntry(action);
    }
  }
}
