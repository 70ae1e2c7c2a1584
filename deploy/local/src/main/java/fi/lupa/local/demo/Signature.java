package fi.lupa.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.local.home.Home;
import fi.lupa.local.home.LocalSigner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Signs a document as a client information system would: JWS with detached content. */
public final class Signature {

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private Signature() {}

  /** By the home's own test signer, whom the local Lupa trusts. */
  public static String of(String content, Home home) {
    LocalSigner.anchor(home);
    char[] password = LocalSigner.PASSWORD.toCharArray();
    try (InputStream in = Files.newInputStream(LocalSigner.keys(home))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      String certificate =
          Base64.getEncoder().encodeToString(store.getCertificate("signer").getEncoded());
      var header = Json.object("alg", "ES256", "x5c", List.of(certificate));
      String start = URL.encodeToString(JsonMapper.shared().writeValueAsBytes(header));
      var signing = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
      signing.initSign((PrivateKey) store.getKey("signer", password));
      signing.update((start + "." + URL.encodeToString(content.getBytes(UTF_8))).getBytes(UTF_8));
      return start + ".." + URL.encodeToString(signing.sign());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The test signer can't sign", e);
    }
  }
}
