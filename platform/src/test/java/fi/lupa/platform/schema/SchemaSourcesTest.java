package fi.lupa.platform.schema;

import static fi.lupa.platform.schema.SampleSchemas.ONE;
import static fi.lupa.platform.schema.SampleSchemas.TWO;
import static fi.lupa.platform.schema.SampleSchemas.requiring;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaSourcesTest {
  @TempDir private Path folder;

  private static void takes(DocumentSchemas schemas, String oid, String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    assertThat(new JsonDocuments(schemas).check(new Oid(oid), bytes).violations()).isEmpty();
  }

  private static void refuses(Path source, String... words) {
    assertThatThrownBy(() -> OwnSchemas.with(source))
        .isInstanceOf(BadSchemas.class)
        .message()
        .contains(source.getFileName().toString())
        .contains(words);
  }

  private Path archive(String name, Map<String, String> entries) throws IOException {
    Path file = folder.resolve(name);
    return name.endsWith(".zip")
        ? SampleSchemas.zip(file, entries)
        : SampleSchemas.tar(file, entries);
  }

  @Test
  void ownSamplesAreThereWithoutAnySource() {
    assertThat(OwnSchemas.only().oids()).contains(OwnSchemas.PLAN);
    assertThat(OwnSchemas.only().find(new Oid(ONE))).isEmpty();
  }

  @Test
  void aFolderGivesTheFilesNamedAfterAnOid() throws IOException {
    SampleSchemas.file(folder, ONE, requiring("yksi"));
    Files.writeString(folder.resolve("README.txt"), "not a schema");
    Files.writeString(folder.resolve("package.json"), "not a schema");
    Files.createDirectory(folder.resolve("1.2.3.9.json"));
    DocumentSchemas schemas = OwnSchemas.with(folder);
    assertThat(schemas.oids()).hasSize(OwnSchemas.count() + 1);
    takes(schemas, ONE, "{\"yksi\": \"a\"}");
  }

  /** As Kubernetes mounts a ConfigMap. */
  @Test
  void aFolderOfLinksGivesWhatTheyPointTo() throws IOException {
    Path data = Files.createDirectory(folder.resolve("..data"));
    SampleSchemas.file(data, ONE, requiring("yksi"));
    Files.createSymbolicLink(folder.resolve(ONE + ".json"), Path.of("..data", ONE + ".json"));
    takes(OwnSchemas.with(folder), ONE, "{\"yksi\": \"a\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tar.gz", "a.TGZ"})
  void anArchiveGivesTheSame(String name) throws IOException {
    Path archive =
        archive(
            name,
            Map.of(
                "schemas/" + ONE + ".json",
                requiring("yksi"),
                TWO + ".json",
                requiring("kaksi"),
                "README",
                "x",
                "deep/".repeat(60) + "1.2.3.3.json",
                requiring("kolme")));
    DocumentSchemas schemas = OwnSchemas.with(archive);
    assertThat(schemas.oids()).hasSize(OwnSchemas.count() + 3);
    takes(schemas, ONE, "{\"yksi\": \"a\"}");
    takes(schemas, TWO, "{\"kaksi\": \"a\"}");
    takes(schemas, "1.2.3.3", "{\"kolme\": \"a\"}");
  }

  /** What isn't compiled can't be wrong: here it isn't even JSON. */
  @Test
  void whatAServiceDoesNotChooseIsNotRead() throws IOException {
    Map<String, String> entries = Map.of(ONE + ".json", requiring("yksi"), TWO + ".json", "{");
    Path inFolder = Files.createDirectory(folder.resolve("schemas"));
    SampleSchemas.file(inFolder, ONE, requiring("yksi"));
    SampleSchemas.file(inFolder, TWO, "{");
    for (Path source : List.of(inFolder, archive("a.zip", entries), archive("a.tgz", entries))) {
      DocumentSchemas schemas = OwnSchemas.chosen(oid -> oid.value().equals(ONE), source);
      assertThat(schemas.oids()).containsExactly(new Oid(ONE));
      takes(schemas, ONE, "{\"yksi\": \"a\"}");
    }
  }

  @Test
  void theEarlierSourceCounts() throws IOException {
    SampleSchemas.file(folder, ONE, requiring("kansiosta"));
    SampleSchemas.file(folder, OwnSchemas.PLAN.value(), requiring("kansiosta"));
    Path zip = archive("a.zip", Map.of(ONE + ".json", requiring("zipista")));
    takes(OwnSchemas.with(folder, zip), ONE, "{\"kansiosta\": \"a\"}");
    takes(OwnSchemas.with(zip, folder), ONE, "{\"zipista\": \"a\"}");
    takes(OwnSchemas.with(folder), OwnSchemas.PLAN.value(), "{\"kansiosta\": \"a\"}");
  }

  @Test
  void anOidTwiceInOneSourceMustMeanTheSame() throws IOException {
    Map<String, String> twice = new LinkedHashMap<>();
    twice.put("a/" + ONE + ".json", requiring("yksi"));
    twice.put("b/" + ONE + ".json", requiring("yksi"));
    takes(OwnSchemas.with(archive("same.zip", twice)), ONE, "{\"yksi\": \"a\"}");
    twice.put("b/" + ONE + ".json", requiring("muu"));
    refuses(archive("other.zip", twice), "another schema of that OID");
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    refuses(folder.resolve("missing"), "isn't a folder or archive");
    refuses(folder.resolve("missing.zip"), "isn't an archive");
    refuses(Files.writeString(folder.resolve("plain.txt"), "x"), "isn't a folder or archive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken.zip", "broken.tar.gz"})
  void aBrokenArchiveIsRefused(String name) throws IOException {
    Path archive = archive(name, Map.of(ONE + ".json", requiring("x".repeat(5000))));
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(whole, whole.length / 2));
    refuses(archive, "isn't an archive that can be read");
    Files.writeString(archive, "not one at all");
    refuses(archive, "isn't an archive that can be read");
    Files.write(archive, new byte[0]);
    refuses(archive, "isn't an archive that can be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../1.2.3.1.json",
        "a/../../1.2.3.1.json",
        "/etc/1.2.3.1.json",
        "a\\..\\1.2.3.1.json",
        "../../../../tmp/other.txt"
      })
  void namesThatLeadOutOfTheArchiveAreRefused(String name) throws IOException {
    Map<String, String> entries = Map.of(name, requiring("yksi"));
    refuses(archive("a.zip", entries), "leads out");
    refuses(archive("a.tar.gz", entries), "leads out");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    for (int i = 0; i <= Unpacked.MOST_ENTRIES; i++) {
      entries.put("f" + i, "");
    }
    refuses(archive("a.zip", entries), "too many entries");
    refuses(archive("a.tar.gz", entries), "too many entries");
  }

  @Test
  void aSchemaTooLargeIsRefusedUnread() throws IOException {
    String large = " ".repeat(SchemaFile.LARGEST) + requiring("yksi");
    refuses(archive("a.zip", Map.of(ONE + ".json", large)), "larger than a schema");
    refuses(archive("a.tar.gz", Map.of(ONE + ".json", large)), "larger than a schema");
    Path only = Files.createDirectory(folder.resolve("only"));
    SampleSchemas.file(only, ONE, large);
    assertThatThrownBy(() -> OwnSchemas.with(only)).hasMessageContaining("larger than a schema");
  }

  /** 300 MB of spaces are 300 kB: bombs hide in what isn't a schema as well. */
  @Test
  void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
    String piece = " ".repeat(SchemaFile.LARGEST - 1000);
    Map<String, String> schemas = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    for (int i = 0; i < Unpacked.MOST_BYTES / piece.length() + 1; i++) {
      schemas.put("1.2.3." + i + ".json", piece + requiring("yksi"));
      others.put(i + ".bin", piece);
    }
    refuses(archive("schemas.zip", schemas), "unpacks to more");
    refuses(archive("schemas.tar.gz", schemas), "unpacks to more");
    refuses(archive("others.tar.gz", others), "unpacks to more");
    // what a zip holds besides schemas is never unpacked
    assertThat(OwnSchemas.with(archive("others.zip", others)).oids()).hasSize(OwnSchemas.count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"type\": \"object\", \"type\": \"array\"}",
        "{\"type\": \"person\"}",
        "{\"properties\": {\"a\": {\"minLength\": -1}}}",
        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}",
        "{\"$schema\": \"https://e.example/own\"}",
        "{\"$ref\": \"https://e.example/other.json\"}",
        "{\"$ref\": \"file:///etc/hostname\"}",
        "{\"$ref\": \"classpath:/codesets/purposes.yaml\"}",
        "{\"properties\": {\"a\": {\"$ref\": \"#/definitions/none\"}}}",
        "{\"properties\": {\"a\": {\"pattern\": \"(\"}}}",
        "{\"properties\": {\"a\": {\"pattern\": \"(a)\\\\1\"}}}",
        "{\"patternProperties\": {\"(?=a)b\": {}}}"
      })
  void aSetWithOneBadSchemaIsRefusedWhole(String bad) throws IOException {
    SampleSchemas.file(folder, ONE, requiring("yksi"));
    SampleSchemas.file(folder, TWO, bad);
    assertThatThrownBy(() -> OwnSchemas.with(folder))
        .isInstanceOf(BadSchemas.class)
        .hasMessageContaining(TWO);
  }

  @Test
  void aSchemaMayReferIntoItself() throws IOException {
    String schema =
        """
        {"definitions": {"name": {"type": "string", "minLength": 2}},
         "properties": {"a": {"$ref": "#/definitions/name"}}}
        """;
    SampleSchemas.file(folder, ONE, schema);
    JsonDocuments documents = new JsonDocuments(OwnSchemas.with(folder));
    assertThat(documents.check(new Oid(ONE), "{\"a\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
        .extracting(CheckedJson::violations)
        .isEqualTo(List.of(new Violation("/content/a", "breaks the schema's rule minLength")));
  }

  /** Two schemas that claim the same identity don't meet. */
  @Test
  void aSchemaCannotTakeAnothersPlace() throws IOException {
    String claiming = "{\"$id\": \"https://lupa.example/one\", ";
    SampleSchemas.file(
        folder,
        ONE,
        requiring("yksi").replaceFirst("\\{", java.util.regex.Matcher.quoteReplacement(claiming)));
    SampleSchemas.file(
        folder,
        TWO,
        requiring("kaksi").replaceFirst("\\{", java.util.regex.Matcher.quoteReplacement(claiming)));
    DocumentSchemas schemas = OwnSchemas.with(folder);
    takes(schemas, ONE, "{\"yksi\": \"a\"}");
    takes(schemas, TWO, "{\"kaksi\": \"a\"}");
  }
}
