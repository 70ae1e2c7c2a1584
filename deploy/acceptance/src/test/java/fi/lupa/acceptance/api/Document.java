package fi.lupa.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document to be stored.
 *
 * @param schema its schema's OID, empty for XHTML
 */
public record Document(
    String oid, String type, String schema, String mediaType, String task, String content) {
  private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

  /** A page of XHTML. */
  public static Document xhtml(String type, String task, Person person) {
    String page =
        """
        <html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>Lausunto</title></head>
        <body><p>Asiakas %s</p>\t<p>%s – ääkköset &amp; merkit</p></body></html>
        """
            .formatted(person.identityCode(), Secrets.marker());
    return new Document(nextOid(), type, "", "application/xhtml+xml", task, page);
  }

  /** A structured document by a schema, which says its type too. */
  public static Document json(Schema schema, String task, Person person) {
    return new Document(
        nextOid(), schema.type(), schema.oid(), "application/json", task, schema.sample(person));
  }

  /** The same with another content. */
  public Document withContent(String text) {
    return new Document(oid, type, schema, mediaType, task, text);
  }

  /** The same as a new version, with another content. */
  public Document next() {
    return withContent(content.replaceFirst("ääkköset", "uusi versio, ääkköset"));
  }

  /** What its client knows it by: no other document is called so. */
  public String title() {
    return "Asiakirja " + oid.substring(oid.lastIndexOf('.') + 1);
  }

  private static String nextOid() {
    return "1.2.246.10.91000005.93." + NEXT.incrementAndGet();
  }

  /** Stores it into an organisation's own register. */
  public Call intoOwn(Organisation controller, Client client) {
    return store(controller, controller, "OWN_REGISTER", client);
  }

  /** The producer stores it under its right into the northern county's register. */
  public Call underRight(Client client) {
    return store(Organisation.PRODUCER, Organisation.NORTH, "REGISTER_USAGE_RIGHT", client);
  }

  /** The producer stores it as a new version of one in the northern county's register. */
  public Call versionUnderRight(Client client, int base) {
    return version(Organisation.PRODUCER, "REGISTER_USAGE_RIGHT", client, base);
  }

  /** The northern county stores it as a new version in its own register. */
  public Call versionByCounty(Client client, int base) {
    return version(Organisation.NORTH, "OWN_REGISTER", client, base);
  }

  private Call version(Organisation storing, String basis, Client client, int base) {
    Map<String, Object> metadata = metadata(storing, Organisation.NORTH, basis, client);
    metadata.put("baseVersion", oid + "." + base);
    return upload(metadata).as(storing);
  }

  /** Declares the whole of it void in the northern county's register. */
  public Call voiding(Organisation by, Client client) {
    return Call.create(by, "/v1/documents/" + oid + "/voiding", voidingBody(by, client));
  }

  /** The same for one version. */
  public Call voiding(Organisation by, Client client, int version) {
    Map<String, Object> body = voidingBody(by, client);
    body.put("version", version);
    return Call.create(by, "/v1/documents/" + oid + "/voiding", body);
  }

  private static Map<String, Object> voidingBody(Organisation by, Client client) {
    var body = new HashMap<String, Object>();
    body.put("client", client.client());
    body.put("basis", by == Organisation.NORTH ? "OWN_REGISTER" : "REGISTER_USAGE_RIGHT");
    body.put("controller", Organisation.NORTH.oid());
    body.put("unit", by.unit());
    body.put("reason", "WRONG_CONTENT");
    body.put("professional", by.professional());
    return body;
  }

  private Call store(Organisation storing, Organisation controller, String basis, Client client) {
    return upload(metadata(storing, controller, basis, client)).as(storing);
  }

  /** What is told about it. */
  public Map<String, Object> metadata(
      Organisation storing, Organisation controller, String basis, Client client) {
    var metadata = new HashMap<String, Object>();
    metadata.put("documentOid", oid);
    metadata.put("documentType", type);
    metadata.put("client", client.client());
    metadata.put("serviceTasks", List.of(task));
    metadata.put("title", Map.of("fi", title()));
    metadata.put("recordedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    metadata.put("language", "fi");
    metadata.put("author", Map.of("name", Secrets.AUTHOR, "title", "sosiaalityöntekijä"));
    metadata.put("basis", basis);
    metadata.put("controller", controller.oid());
    metadata.put("unit", storing.unit());
    if (!schema.isEmpty()) {
      metadata.put("schemaOid", schema);
    }
    return metadata;
  }

  /** A request that uploads it with this metadata, by nobody yet. */
  public Call upload(Map<String, Object> metadata) {
    return upload(metadata, Optional.empty());
  }

  /** With a JWS. */
  public Call upload(Map<String, Object> metadata, Optional<String> signature) {
    String boundary = "lupa-" + UUID.randomUUID();
    String body =
        part(
                boundary,
                "metadata",
                "application/json",
                JsonMapper.shared().writeValueAsString(metadata))
            + part(boundary, "content", mediaType, content)
            + signature.map(jws -> part(boundary, "signature", "application/jose", jws)).orElse("")
            + "--"
            + boundary
            + "--\r\n";
    return Call.of("POST", "/v1/documents")
        .key(UUID.randomUUID().toString())
        .bytes("multipart/form-data; boundary=" + boundary, body.getBytes(UTF_8));
  }

  private static String part(String boundary, String name, String type, String content) {
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
