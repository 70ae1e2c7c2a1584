package fi.lupa.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;

/**
 * A body of two or three parts (RFC 7578): {@code metadata} as JSON, {@code content} as the
 * document and perhaps {@code signature} as JWS.
 */
public final class Multipart {

  private final String boundary = "lupa-" + UUID.randomUUID();
  private final String text;

  /** Of metadata and a document with its media type. */
  public Multipart(String metadata, String content, String mediaType) {
    this(metadata, content, mediaType, Optional.empty());
  }

  /** With the document's signature. */
  public Multipart(String metadata, String content, String mediaType, Optional<String> signature) {
    text =
        part("metadata", "application/json", metadata)
            + part("content", mediaType, content)
            + signature.map(jws -> part("signature", "application/jose", jws)).orElse("")
            + "--"
            + boundary
            + "--\r\n";
  }

  byte[] bytes() {
    return text.getBytes(UTF_8);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  private String part(String name, String type, String content) {
    return "--"
        + boundary
        + "\r\n"
        + "Content-Disposition: form-data; name=\""
        + name
        + "\"\r\n"
        + "Content-Type: "
        + type
        + "\r\n\r\n"
        + content
        + "\r\n";
  }
}
