package fi.lupa.local.home;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.process.Java;
import fi.lupa.local.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Somebody whose signatures a local Lupa trusts: a certification authority of this home only, and
 * an invented professional with a certificate by it. Made once per home, by the JDK's keytool.
 */
public final class LocalSigner {

  /** Protects nothing: whoever reads the folder may sign in this home's name. */
  public static final String PASSWORD = "local-only";

  /** The signer's name as signatures show it. */
  public static final String NAME = "Sirkku Sinetti-Testinen";

  private static final String TWENTY_YEARS = "7300";

  private LocalSigner() {}

  /** The authority's certificate (PEM); made with the key on first use. */
  public static synchronized Path anchor(Home home) {
    Path folder = home.data("signing");
    Path anchor = folder.resolve("anchor.pem");
    if (Files.exists(anchor)) {
      return anchor;
    }
    try {
      Home.delete(folder);
      Files.createDirectories(folder);
      Path keys = keys(home);
      make(
          keys,
          "authority",
          "CN=Lupa local test authority,C=FI",
          List.of("-ext", "bc:c=ca:true,pathlen:0", "-ext", "ku:c=keyCertSign"));
      make(
          keys,
          "signer",
          "CN=" + NAME + ",O=Pohjoisranta,C=FI",
          List.of(
              "-signer", "authority", "-signerkeypass", PASSWORD, "-ext", "ku:c=nonRepudiation"));
      Path draft = Files.writeString(folder.resolve("anchor.tmp"), pem(keys));
      return Files.move(draft, anchor, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The test signer can't be kept in " + folder, e);
    }
  }

  /** The key store with the entries {@code authority} and {@code signer}. */
  public static Path keys(Home home) {
    return home.data("signing").resolve("keys.p12");
  }

  private static void make(Path keys, String name, String subject, List<String> extensions) {
    var command =
        new ArrayList<>(
            List.of(
                Java.program("keytool"),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                name,
                "-dname",
                subject,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-validity",
                TWENTY_YEARS));
    command.addAll(extensions);
    if (!Tool.run(command)) {
      throw new Failure(ExitCode.FAILED, "The JDK's keytool can't make the test signer in " + keys);
    }
  }

  private static String pem(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    Certificate authority = store.getCertificate("authority");
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
