package fi.lupa.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request. Sending it again is a retry: it keeps its Idempotency-Key.
 *
 * @param path from the gateway's root
 * @param token a bearer token, none for a caller who shows none
 */
public record Call(
    String method,
    String path,
    Optional<String> token,
    Map<String, String> headers,
    Optional<byte[]> body) {

  /** Reads. */
  public static Call get(Caller caller, String path) {
    return of("GET", path).as(caller);
  }

  /** Asks or changes with a JSON body. */
  public static Call post(Caller caller, String path, Object body) {
    return of("POST", path).as(caller).json(body);
  }

  /** Creates with a JSON body and an Idempotency-Key of its own. */
  public static Call create(Caller caller, String path, Object body) {
    return post(caller, path, body).key(UUID.randomUUID().toString());
  }

  /** Anything, by nobody yet. */
  public static Call of(String method, String path) {
    return new Call(method, path, Optional.empty(), Map.of(), Optional.empty());
  }

  /** With the caller's token. */
  public Call as(Caller caller) {
    return bearer(Tokens.of(caller));
  }

  /** With this token. */
  public Call bearer(String text) {
    return new Call(method, path, Optional.of(text), headers, body);
  }

  /** With a JSON body. */
  public Call json(Object value) {
    return text("application/json", JsonMapper.shared().writeValueAsString(value));
  }

  /** With a body of this type. */
  public Call text(String type, String content) {
    return bytes(type, content.getBytes(UTF_8));
  }

  /** With a body of this type. */
  public Call bytes(String type, byte[] content) {
    Call typed = header("Content-Type", type);
    return new Call(method, path, token, typed.headers, Optional.of(content));
  }

  /** With an Idempotency-Key. */
  public Call key(String key) {
    return header("Idempotency-Key", key);
  }

  /** For the version that an answer showed. */
  public Call ifMatch(String etag) {
    return header("If-Match", etag);
  }

  /** In a language. */
  public Call language(String language) {
    return header("Accept-Language", language);
  }

  /** With a header. */
  public Call header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Call(method, path, token, Map.copyOf(more), body);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
