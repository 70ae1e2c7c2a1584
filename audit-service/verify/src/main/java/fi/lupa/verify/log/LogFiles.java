package fi.lupa.verify.log;

import java.util.Optional;

/** Where the files of a log are read from, by their paths of c2sp.org/tlog-tiles. */
@FunctionalInterface
public interface LogFiles {
  /** A file's bytes; empty when there is no such file. */
  Optional<byte[]> read(String path);
}
