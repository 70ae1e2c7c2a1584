package fi.lupa.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** A body of two parts (RFC 7578): {@code metadata} as JSON and {@code content} as the document. */
public final class Multipart {

  private final String boundary = "lupa-" + UUID.randomUUID();
  private final String text;

  /** Of metadata and a document with its media type. */
  public Multipart(String metadata, String content, String mediaType) {
    text =
        part("metadata", "application/json", metadata)
            + part("content", mediaType, content)
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
