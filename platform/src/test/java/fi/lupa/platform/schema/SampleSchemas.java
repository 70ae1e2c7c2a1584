package fi.lupa.platform.schema;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small schemas, and folders and archives of them. */
final class SampleSchemas {
  static final String ONE = "1.2.3.1";
  static final String TWO = "1.2.3.2";

  private SampleSchemas() {}

  /** A schema whose documents have one member of that name. */
  static String requiring(String name) {
    return """
    {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
     "additionalProperties": false, "required": ["%1$s"],
     "properties": {"%1$s": {"type": "string"}}}
    """
        .formatted(name);
  }

  static Path file(Path folder, String oid, String schema) throws IOException {
    return Files.writeString(folder.resolve(oid + ".json"), schema);
  }

  static Path zip(Path file, Map<String, String> entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  static Path tar(Path file, Map<String, String> entries) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        byte[] bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
        header.setSize(bytes.length);
        tar.putArchiveEntry(header);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
    return file;
  }
}
