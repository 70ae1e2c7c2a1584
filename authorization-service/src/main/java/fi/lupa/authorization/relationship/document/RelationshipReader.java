package fi.lupa.authorization.relationship.document;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.codeset.NationalServiceTasks;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads a client relationship document (schema 1505.1, asiakkuusasiakirja) that meets its schema.
 * Pointers begin with {@code /document}, where it stands in the request.
 */
@Component
public final class RelationshipReader {
  private static final String ROOT = "asiakkuusasiakirja";
  private static final String AT = "/document/" + ROOT;

  private static final String URN = "urn:oid:";

  private final BlockReader blocks = new BlockReader(NationalServiceTasks.load());

  /** What the schema leaves open but every document of a relationship must have. */
  public static List<Violation> violations(JsonNode document) {
    JsonNode root = document.path(ROOT);
    List<Violation> found = new ArrayList<>();
    if (!root.isObject()) {
      return List.of(new Violation("/document", "isn't a client relationship document"));
    }
    JsonNode client = root.path("asiakas");
    if (!client.has("henkilotunnus") && !client.has("tilapainen_yksilointitunnus")) {
      found.add(
          new Violation(
              AT + "/asiakas", "needs either henkilotunnus or tilapainen_yksilointitunnus"));
    }
    if (!isOld(root) && !root.has("palvelunjarjestajan_toimintayksikko")) {
      found.add(new Violation(AT + "/palvelunjarjestajan_toimintayksikko", "is required"));
    }
    String end = relationship(root).path(BlockReader.END).asString("");
    if (!end.isEmpty() && DocumentDay.of(end).isEmpty()) {
      found.add(new Violation(AT + "/sosiaalihuollon_asiakkuus/" + BlockReader.END, "isn't a day"));
    }
    return found;
  }

  /**
   * @param document one without {@link #violations}
   */
  public RelationshipDocument read(JsonNode document, LocalDate today) {
    JsonNode root = document.path(ROOT);
    LocalDate end =
        DocumentDay.of(relationship(root).path(BlockReader.END).asString(""))
            .map(DocumentDay::first)
            .orElse(null);
    return new RelationshipDocument(
        client(root.path("asiakas")),
        withoutUrn(root.path("palvelunjarjestajan_toimintayksikko").path("code").asString("")),
        isOld(root),
        end,
        blocks.read(root, AT, end, today));
  }

  /** The identity code counts where both are told: it is what the client is known by. */
  private static Optional<ClientId> client(JsonNode client) {
    if (client.has("henkilotunnus")) {
      return IdentityCode.parse(client.path("henkilotunnus").path("value").asString(""))
          .map(code -> code);
    }
    String temporary =
        withoutUrn(client.path("tilapainen_yksilointitunnus").path("value").asString(""));
    return Oid.isValid(temporary)
        ? Optional.of(new TemporaryId(new Oid(temporary)))
        : Optional.empty();
  }

  /** Some systems write an OID as a URN. */
  static String withoutUrn(String code) {
    return code.startsWith(URN) ? code.substring(URN.length()) : code;
  }

  private static JsonNode relationship(JsonNode root) {
    return root.path("sosiaalihuollon_asiakkuus");
  }

  private static boolean isOld(JsonNode root) {
    return relationship(root).path("vanha_asiakkuus").asBoolean(false);
  }
}
