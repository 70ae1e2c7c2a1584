package fi.lupa.platform.schema;

import com.networknt.schema.Schema;
import fi.lupa.contracts.Oid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Makes sets of the operator's sources and of Lupa's own samples. Where two have a schema of the
 * same OID the earlier source counts, and Lupa's own last.
 */
final class SchemaLoader {
  private static final String OWN = "classpath*:schemas/*.json";

  private final List<Path> sources;
  private final SchemaChoice choice;
  private final SchemaCompiler compiler = new SchemaCompiler();
  private final Map<Oid, Schema> own = new HashMap<>();

  SchemaLoader(List<Path> sources, SchemaChoice choice) {
    this.sources = sources;
    this.choice = choice;
    own().stream()
        .filter(file -> choice.has(file.oid()))
        .forEach(file -> own.put(file.oid(), compiler.compile(file)));
  }

  /** How the sources look now. */
  List<SchemaSource.Look> look() {
    return sources.stream().map(SchemaSource::of).flatMap(SchemaSource::look).toList();
  }

  /**
   * @throws BadSchemas when any of it can't be used
   */
  SchemaSet load() {
    List<SchemaSource.Look> seen = look();
    Map<Oid, Schema> schemas = new HashMap<>();
    for (Path source : sources) {
      compiled(SchemaSource.of(source).read(choice)).forEach(schemas::putIfAbsent);
    }
    own.forEach(schemas::putIfAbsent);
    return new SchemaSet(schemas, seen);
  }

  private Map<Oid, Schema> compiled(List<SchemaFile> files) {
    Map<Oid, SchemaFile> byOid = new HashMap<>();
    for (SchemaFile file : files) {
      SchemaFile other = byOid.putIfAbsent(file.oid(), file);
      if (other != null && !Arrays.equals(other.json(), file.json())) {
        throw new BadSchemas(file.where(), "another schema of that OID is in the same source");
      }
    }
    // by all processors: one alone would take a second, and a service waits for it at its start
    return byOid.values().parallelStream()
        .collect(Collectors.toConcurrentMap(SchemaFile::oid, compiler::compile));
  }

  private static List<SchemaFile> own() {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(OWN))
          .map(SchemaLoader::file)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SchemaFile file(Resource resource) {
    String name = String.valueOf(resource.getFilename());
    try (InputStream in = resource.getInputStream()) {
      return new SchemaFile(SchemaFile.oid(name).orElseThrow(), name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
