package fi.lupa.disclosure.document.signature;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;

/** Somebody who signs: a key and its certificates, the signer's first and the root left out. */
record Signer(KeyPair keys, List<X509Certificate> chain) {
  X509Certificate certificate() {
    return chain.getFirst();
  }

  /** Under another's certificates. */
  Signer showing(List<X509Certificate> certificates) {
    return new Signer(keys, certificates);
  }
}
