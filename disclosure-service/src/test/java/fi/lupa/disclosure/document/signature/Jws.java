package fi.lupa.disclosure.document.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Makes detached JWS by hand, so that it can make wrong ones too. */
final class Jws {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final PrivateKey key;

  Jws(Signer signer, String algorithm) {
    this.key = signer.keys().getPrivate();
    header.put("alg", algorithm);
    header.put("x5c", signer.chain().stream().map(Jws::base64).toList());
  }

  static Jws es256(Signer signer) {
    return new Jws(signer, "ES256");
  }

  Jws with(String name, Object value) {
    header.put(name, value);
    return this;
  }

  Jws without(String name) {
    header.remove(name);
    return this;
  }

  /** RFC 7797: the content as it is. */
  Jws plain() {
    return with("b64", false).with("crit", List.of("b64"));
  }

  Map<String, Object> header() {
    return header;
  }

  byte[] sign(byte[] content) {
    return sign(content, String.valueOf(header.get("alg")));
  }

  /** By another algorithm than the header says. */
  byte[] sign(byte[] content, String algorithm) {
    return sign(JsonMapper.shared().writeValueAsString(header), content, algorithm);
  }

  /** With a header's own text. */
  byte[] sign(String headerText, byte[] content) {
    return sign(headerText, content, String.valueOf(header.get("alg")));
  }

  private byte[] sign(String headerText, byte[] content, String algorithm) {
    String start = URL.encodeToString(headerText.getBytes(UTF_8));
    boolean plain = Objects.equals(header.get("b64"), false);
    byte[] payload = plain ? content : URL.encode(content);
    byte[] input =
        Arrays.copyOf((start + ".").getBytes(UTF_8), start.length() + 1 + payload.length);
    System.arraycopy(payload, 0, input, start.length() + 1, payload.length);
    return (start + ".." + URL.encodeToString(signature(input, algorithm))).getBytes(UTF_8);
  }

  private byte[] signature(byte[] input, String algorithm) {
    String bits = algorithm.substring(algorithm.length() - 3);
    try {
      Signature signature;
      if (algorithm.startsWith("PS")) {
        signature = Signature.getInstance("RSASSA-PSS");
        String digest = "SHA-" + bits;
        signature.setParameter(
            new PSSParameterSpec(
                digest, "MGF1", new MGF1ParameterSpec(digest), Integer.parseInt(bits) / 8, 1));
      } else {
        boolean rsa = key.getAlgorithm().equals("RSA");
        signature =
            Signature.getInstance("SHA" + bits + (rsa ? "withRSA" : "withECDSAinP1363Format"));
      }
      signature.initSign(key);
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
