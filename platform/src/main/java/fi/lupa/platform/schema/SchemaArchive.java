package fi.lupa.platform.schema;

import fi.lupa.contracts.Oid;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A zip or tar.gz with files {@code <OID>.json} in any folder of it. Nothing is unpacked to disk,
 * links are followed nowhere, and no more is unpacked than {@link Unpacked} allows.
 */
record SchemaArchive(Path path) implements SchemaSource {
  static boolean isNamedSo(Path path) {
    return isZip(path) || isTar(path);
  }

  @Override
  public Stream<Look> look() {
    try {
      return Stream.of(Look.at(path));
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  @Override
  public List<SchemaFile> read(SchemaChoice choice) {
    Unpacked unpacked = new Unpacked(path.toString(), choice);
    try {
      if (isZip(path)) {
        zip(unpacked);
      } else {
        tar(unpacked);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BadSchemas(path.toString(), "isn't an archive that can be read");
    }
    return unpacked.files();
  }

  private void zip(Unpacked unpacked) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Oid oid = unpacked.entry(entry.getName(), !entry.isDirectory());
        if (oid != null) {
          try (InputStream in = zip.getInputStream(entry)) {
            unpacked.add(oid, entry.getName(), in);
          }
        }
      }
    }
  }

  private void tar(Unpacked unpacked) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(unpacked.bounded(new GZIPInputStream(file)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Oid oid = unpacked.entry(entry.getName(), entry.isFile() && !isLink(entry));
        if (oid != null) {
          unpacked.add(oid, entry.getName(), tar);
        }
      }
    }
  }

  private static boolean isLink(TarArchiveEntry entry) {
    return entry.isLink() || entry.isSymbolicLink();
  }

  private static boolean isZip(Path path) {
    return name(path).endsWith(".zip");
  }

  private static boolean isTar(Path path) {
    return name(path).endsWith(".tar.gz") || name(path).endsWith(".tgz");
  }

  private static String name(Path path) {
    return path.toString().toLowerCase(Locale.ROOT);
  }
}
