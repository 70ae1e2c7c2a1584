package fi.lupa.disclosure.document.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The authority that the service under test trusts. */
public final class TestTrust {
  private TestTrust() {}

  /** A file with its certificate, for LUPA_TRUST_ANCHORS. */
  public static String anchors() {
    try {
      Path file = Files.createTempFile("lupa-test-anchor", ".pem");
      file.toFile().deleteOnExit();
      return Files.writeString(file, Verifying.ROOT.pem()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
