package fi.lupa.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to Lupa.
 *
 * @param actor who sends it
 * @param method GET, POST or PUT
 * @param path from the gateway's root
 * @param shown what the user sees of the body
 * @param content the body as it is sent
 * @param contentType its media type
 * @param creates whether it makes something, and so needs an Idempotency-Key
 * @param version the ETag that a change names
 */
public record Call(
    Actor actor,
    String method,
    String path,
    Optional<Object> shown,
    Optional<byte[]> content,
    Optional<String> contentType,
    boolean creates,
    Optional<String> version) {

  /** Reads. */
  public static Call get(Actor actor, String path) {
    return new Call(
        actor,
        "GET",
        path,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** Creates something. */
  public static Call create(Actor actor, String path, Object body) {
    return json(actor, path, body, true, Optional.empty());
  }

  /** Asks by POST, because a client never stands in an address. */
  public static Call ask(Actor actor, String path, Object body) {
    return json(actor, path, body, false, Optional.empty());
  }

  /** Changes something whose version one has seen. */
  public static Call change(Actor actor, String path, Object body, String version) {
    return json(actor, path, body, true, Optional.of(version));
  }

  /** Sends metadata and a document together. */
  public static Call upload(Actor actor, String path, Object metadata, Multipart parts) {
    return new Call(
        actor,
        "POST",
        path,
        Optional.of(metadata),
        Optional.of(parts.bytes()),
        Optional.of(parts.contentType()),
        true,
        Optional.empty());
  }

  private static Call json(
      Actor actor, String path, Object body, boolean creates, Optional<String> version) {
    byte[] bytes = JsonMapper.shared().writeValueAsString(body).getBytes(UTF_8);
    return new Call(
        actor,
        "POST",
        path,
        Optional.of(body),
        Optional.of(bytes),
        Optional.of("application/json"),
        creates,
        version);
  }
}
