package fi.lupa.acceptance.contract;

import fi.lupa.acceptance.api.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A good body made bad in one place.
 *
 * @param name what is wrong with it
 * @param body the bad body
 * @param pointer where a violation must be told
 * @param sent what must not be repeated in the answer, empty when anything may
 */
public record Mutation(String name, JsonNode body, String pointer, String sent) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String OID = "[0-2](\\.[0-9]+){4,}";

  /** Wrong in one thing each: check character, day, month, leap day, separator, form, length. */
  private static final List<String> BAD_CODES =
      List.of(
          "020516C903L",
          "320516C903K",
          "021316C903K",
          "290223A901S",
          "020516G903K",
          "020516*903K",
          "020516c903K",
          "020516C903k",
          "020516C903K ",
          "020516C903",
          "020516C0903K",
          "0205169903K1",
          "０20516C903K");

  private static final List<String> BAD_OIDS =
      List.of(
          "3.2.246.10.77777777",
          "1.2.246.010.77777777",
          "1.2.246..10.77777777",
          "1.2.246.10.77777777.",
          "1.2.246.x.77777777",
          "urn:oid:1.2.246.77777777",
          "1.2.246." + "7".repeat(200));

  static {
    BAD_CODES.forEach(Secrets::note);
  }

  /**
   * All of them for a body whose schema requires these members, and leaves what is in the open ones
   * to another schema.
   */
  public static List<Mutation> of(JsonNode example, Set<String> required, Set<String> open) {
    var mutations = new ArrayList<Mutation>();
    for (String member : required) {
      ObjectNode without = (ObjectNode) example.deepCopy();
      without.remove(member);
      mutations.add(new Mutation("without " + member, without, "", ""));
    }
    walk(example, example, "", mutations);
    mutations.removeIf(one -> open.stream().anyMatch(member -> isInside(one, "/" + member)));
    return mutations;
  }

  /** A member of the wrong type is bad by the body's own schema. */
  private static boolean isInside(Mutation mutation, String open) {
    return mutation.pointer().startsWith(open + "/")
        || (mutation.pointer().equals(open) && !mutation.name().startsWith("wrong type"));
  }

  private static void walk(JsonNode whole, JsonNode node, String at, List<Mutation> into) {
    if (node.isObject()) {
      ObjectNode grown = ((ObjectNode) node).deepCopy().put("tuntematon", "tuntematon arvo");
      into.add(replaced("unknown member in " + name(at), whole, at, grown, "tuntematon arvo"));
      node.propertyStream().forEach(p -> walk(whole, p.getValue(), at + "/" + p.getKey(), into));
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(whole, node.path(i), at + "/" + i, into);
      }
    }
    if (!at.isEmpty()) {
      into.add(replaced("wrong type of " + at, whole, at, wrongType(node), ""));
    }
    if (at.endsWith("/identityCode")) {
      texts(BAD_CODES, "identity code", whole, at, into);
    } else if (node.isString() && node.asString().matches(OID)) {
      texts(BAD_OIDS, "OID", whole, at, into);
    }
  }

  private static void texts(
      List<String> bad, String what, JsonNode whole, String at, List<Mutation> into) {
    for (int i = 0; i < bad.size(); i++) {
      String name = "bad %s no. %d at %s".formatted(what, i + 1, at);
      into.add(replaced(name, whole, at, NODES.stringNode(bad.get(i)), bad.get(i)));
    }
  }

  private static JsonNode wrongType(JsonNode node) {
    return node.isString() || node.isArray() ? NODES.objectNode().put("x", 1) : NODES.arrayNode();
  }

  private static Mutation replaced(
      String name, JsonNode whole, String at, JsonNode value, String sent) {
    if (at.isEmpty()) {
      return new Mutation(name, value, at, sent);
    }
    JsonNode body = whole.deepCopy();
    int last = at.lastIndexOf('/');
    JsonNode parent = body.at(at.substring(0, last));
    String key = at.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      object.set(key, value);
    } else {
      parent.asArray().set(Integer.parseInt(key), value);
    }
    return new Mutation(name, body, at, sent);
  }

  private static String name(String at) {
    return at.isEmpty() ? "the body" : at;
  }

  @Override
  public String toString() {
    return name;
  }
}
