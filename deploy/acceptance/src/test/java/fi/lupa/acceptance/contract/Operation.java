package fi.lupa.acceptance.contract;

import fi.lupa.acceptance.api.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One act of the interface.
 *
 * @param path its template
 * @param scopes what a token may hold to be let in; the first is the usual one
 * @param parameters names of its required headers, and of its query parameters
 * @param query what its address must ask after the path, empty when nothing
 * @param mediaType of the body, empty when it takes none
 * @param required what its JSON body must have
 * @param open members of its JSON body that have a schema elsewhere, such as a document
 * @param example a good JSON body
 * @param statuses the answers it may give
 */
public record Operation(
    String method,
    String path,
    List<String> scopes,
    Set<String> parameters,
    String query,
    String mediaType,
    Set<String> required,
    Set<String> open,
    Optional<JsonNode> example,
    Set<String> statuses) {

  /** What its usual caller's token holds. */
  public String scope() {
    return scopes.getFirst();
  }

  /** Whether it takes JSON. */
  public boolean takesJson() {
    return mediaType.equals("application/json");
  }

  /** Whether it takes a document. */
  public boolean takesDocument() {
    return mediaType.startsWith("multipart/");
  }

  /** Whether it takes an act per line. */
  public boolean takesLines() {
    return mediaType.equals("application/x-ndjson");
  }

  /** Whether it creates something. */
  public boolean keyed() {
    return parameters.contains("Idempotency-Key");
  }

  /** Whether it changes a version. */
  public boolean conditional() {
    return parameters.contains("If-Match");
  }

  /** Whether it names one thing. */
  public boolean namesOne() {
    return path.contains("{");
  }

  /** A good request by nobody yet, about something that doesn't exist where it names one. */
  public Call call() {
    Call call = bare();
    return example.filter(body -> takesJson()).map(call::json).orElse(call);
  }

  /** The same with another JSON body. */
  public Call call(JsonNode body) {
    return bare().json(body);
  }

  /** A request with all that its headers and address need, but no body. */
  public Call bare() {
    Call call = Call.of(method, address(UUID.randomUUID().toString()));
    if (keyed()) {
      call = call.key(UUID.randomUUID().toString());
    }
    return conditional() ? call.ifMatch("\"1\"") : call;
  }

  /** The part of its path before the name of a thing. */
  public String root() {
    return path.split("/\\{")[0];
  }

  /** Whether it changes nothing, as far as its form tells. */
  public boolean reads() {
    return method.equals("GET") || path.endsWith("/searches");
  }

  /** Its address about the thing of this id. */
  public String address(String id) {
    boolean isOid = id.startsWith("1.2.");
    String oid = isOid ? id : "1.2.246.10.99999999.10." + Math.floorMod(id.hashCode(), 1_000_000);
    String filled = path.replaceAll("\\{(oid|documentOid)}", oid).replaceAll("\\{[^}]+}", id);
    return query.isEmpty() ? filled : filled + "?" + query;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
