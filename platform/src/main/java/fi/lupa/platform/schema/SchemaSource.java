package fi.lupa.platform.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** A place that the operator named: a folder or an archive. */
sealed interface SchemaSource permits SchemaFolder, SchemaArchive {
  /** What it looks like from outside; another look means that its schemas may be others. */
  record Look(String name, long size, FileTime changed) {
    static Look at(Path file) throws IOException {
      // the real path: a Kubernetes volume changes by a link that points elsewhere
      return new Look(
          file.toRealPath().toString(), Files.size(file), Files.getLastModifiedTime(file));
    }
  }

  static SchemaSource of(Path path) {
    return SchemaArchive.isNamedSo(path) && !Files.isDirectory(path)
        ? new SchemaArchive(path)
        : new SchemaFolder(path);
  }

  /** Empty when there is nothing to look at. */
  Stream<Look> look();

  /**
   * Reads the chosen schemas.
   *
   * @throws BadSchemas when it can't be read whole
   */
  List<SchemaFile> read(SchemaChoice choice);
}
