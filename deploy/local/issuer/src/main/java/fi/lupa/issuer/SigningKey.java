package fi.lupa.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;

/**
 * The RSA key that signs the tokens. It is kept in a file that only its owner may read, so that
 * tokens given before a restart stay valid after it.
 */
final class SigningKey {

  private static final String FILE = "signing-key.json";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private SigningKey() {}

  /** Reads the key of a folder, or makes one there when it has none. */
  static RSAKey in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return RSAKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The signing key can't be kept in " + folder, e);
    } catch (ParseException e) {
      throw new IllegalStateException("No signing key in " + file + ": delete it to get a new one");
    }
  }

  private static void create(Path file) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(
            folder, "signing-key", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(draft, generate().toJSONString());
    // a start that is cut here leaves a draft behind, never half a key
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("This JDK can't make an RSA key", e);
    }
  }
}
