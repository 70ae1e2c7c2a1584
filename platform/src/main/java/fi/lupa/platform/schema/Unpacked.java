package fi.lupa.platform.schema;

import fi.lupa.contracts.Oid;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of an archive so far, and no more of it than schemas need: the 166 national ones
 * are 19 MB.
 */
final class Unpacked {
  static final int MOST_ENTRIES = 10_000;
  static final long MOST_BYTES = 96L * 1024 * 1024;

  private final String archive;
  private final SchemaChoice choice;
  private final List<SchemaFile> files = new ArrayList<>();
  private int entries;
  private long bytes;

  Unpacked(String archive, SchemaChoice choice) {
    this.archive = archive;
    this.choice = choice;
  }

  List<SchemaFile> files() {
    return files;
  }

  /**
   * Counts an entry.
   *
   * @return the schema that it is, null when it is none or not a chosen one
   * @throws BadSchemas for one entry too many, and for a name that would lead out of the archive:
   *     no honest archive has one
   */
  @Nullable Oid entry(String name, boolean regular) {
    if (++entries > MOST_ENTRIES) {
      throw new BadSchemas(archive, "has too many entries");
    }
    List<String> steps = Arrays.asList(name.split("/", -1));
    if (name.startsWith("/") || name.contains("\\") || steps.contains("..")) {
      throw new BadSchemas(archive, "has an entry whose name leads out of it");
    }
    return regular ? SchemaFile.oid(steps.getLast()).filter(choice::has).orElse(null) : null;
  }

  void add(Oid oid, String name, InputStream in) throws IOException {
    byte[] json = in.readNBytes(SchemaFile.LARGEST + 1);
    if (json.length > SchemaFile.LARGEST) {
      throw new BadSchemas(archive + "!" + name, "is larger than a schema may be");
    }
    count(json.length);
    files.add(new SchemaFile(oid, archive + "!" + name, json));
  }

  /**
   * The stream up to {@link #MOST_BYTES}, whatever is in it: what is skipped costs time as well.
   */
  InputStream bounded(InputStream in) {
    return new FilterInputStream(in) {
      private long passed;

      @Override
      public int read() throws IOException {
        int read = super.read();
        pass(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        pass(Math.max(read, 0));
        return read;
      }

      @Override
      public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        pass(skipped);
        return skipped;
      }

      private void pass(long more) {
        passed += more;
        within(passed);
      }
    };
  }

  private void count(long more) {
    bytes += more;
    within(bytes);
  }

  private void within(long size) {
    if (size > MOST_BYTES) {
      throw new BadSchemas(archive, "unpacks to more than schemas may be");
    }
  }
}
