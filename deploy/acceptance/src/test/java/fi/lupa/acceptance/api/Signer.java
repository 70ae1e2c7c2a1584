package fi.lupa.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.acceptance.system.Lupa;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/**
 * Signs documents with JWS.
 *
 * @param certificate base64 of the signer's certificate
 */
public record Signer(PrivateKey key, String certificate) {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  /** The signer whom the running system trusts; the launcher made it. */
  public static Signer local() {
    char[] password = "local-only".toCharArray();
    try (InputStream in =
        Files.newInputStream(Lupa.shared().folder("signing").resolve("keys.p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      byte[] certificate = store.getCertificate("signer").getEncoded();
      return new Signer(
          (PrivateKey) store.getKey("signer", password),
          Base64.getEncoder().encodeToString(certificate));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A compact JWS with the content as it is (RFC 7797) and left out. */
  public String sign(String content) {
    String header =
        """
        {"alg":"ES256","b64":false,"crit":["b64"],"x5c":["%s"]}\
        """
            .formatted(certificate);
    String start = URL.encodeToString(header.getBytes(UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update((start + "." + content).getBytes(UTF_8));
      return start + ".." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
