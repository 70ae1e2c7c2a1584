package fi.lupa.platform.schema;

import fi.lupa.contracts.Oid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with files {@code <OID>.json}; other files and folders in it don't count. */
record SchemaFolder(Path path) implements SchemaSource {
  @Override
  public Stream<Look> look() {
    List<Look> looks = new ArrayList<>();
    try {
      for (Path file : files()) {
        looks.add(Look.at(file));
      }
    } catch (IOException e) {
      return Stream.empty(); // gone between two looks: the next one sees what is there
    }
    return looks.stream();
  }

  @Override
  public List<SchemaFile> read(SchemaChoice choice) {
    List<SchemaFile> schemas = new ArrayList<>();
    try {
      for (Path file : files()) {
        Oid oid = oid(file).orElseThrow();
        if (!choice.has(oid)) {
          continue;
        }
        if (Files.size(file) > SchemaFile.LARGEST) {
          throw new BadSchemas(file.toString(), "is larger than a schema may be");
        }
        schemas.add(new SchemaFile(oid, file.toString(), Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new BadSchemas(path.toString(), "isn't a folder or archive that can be read");
    }
    return schemas;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> oid(file).isPresent() && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  private static Optional<Oid> oid(Path file) {
    return SchemaFile.oid(file.getFileName().toString());
  }
}
