package fi.lupa.disclosure.document.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A certification authority of the tests.
 *
 * @param above the authorities between it and its root, its own issuer first
 */
record Authority(KeyPair keys, X509Certificate certificate, List<X509Certificate> above) {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final AtomicLong SERIAL = new AtomicLong(1000);

  /** What a certificate is to say. */
  record Wish(
      X500Principal subject,
      KeyPair keys,
      Instant from,
      Instant to,
      int usage,
      @Nullable Integer below,
      @Nullable KeyPurposeId purpose,
      String algorithm) {

    static Wish signer(String name) {
      return new Wish(
          new X500Principal(name),
          Keys.p256(),
          FROM,
          TO,
          KeyUsage.nonRepudiation,
          null,
          null,
          "SHA256withECDSA");
    }

    static Wish authority(String name) {
      return signer(name).usage(KeyUsage.keyCertSign | KeyUsage.cRLSign).below(3);
    }

    Wish keys(KeyPair pair) {
      return new Wish(subject, pair, from, to, usage, below, purpose, algorithm);
    }

    Wish valid(Instant first, Instant last) {
      return new Wish(subject, keys, first, last, usage, below, purpose, algorithm);
    }

    Wish usage(int bits) {
      return new Wish(subject, keys, from, to, bits, below, purpose, algorithm);
    }

    Wish below(int authorities) {
      return new Wish(subject, keys, from, to, usage, authorities, purpose, algorithm);
    }

    Wish purpose(KeyPurposeId id) {
      return new Wish(subject, keys, from, to, usage, below, id, algorithm);
    }

    Wish signedWith(String name) {
      return new Wish(subject, keys, from, to, usage, below, purpose, name);
    }
  }

  static Authority root(String name) {
    return root(Wish.authority(name));
  }

  static Authority root(Wish wish) {
    X509Certificate certificate = certificate(wish, wish.subject(), wish.keys().getPrivate());
    return new Authority(wish.keys(), certificate, List.of());
  }

  Authority under(Wish wish) {
    X509Certificate issued =
        certificate(wish, certificate.getSubjectX500Principal(), keys.getPrivate());
    return new Authority(wish.keys(), issued, chain());
  }

  Signer signer(Wish wish) {
    Authority issued = under(wish);
    List<X509Certificate> all = issued.chain();
    return new Signer(wish.keys(), all.subList(0, all.size() - 1));
  }

  Signer signer(String name) {
    return signer(Wish.signer("CN=" + name + ",O=Pohjoisranta,C=FI"));
  }

  /** Itself and those above it, its root last. */
  private List<X509Certificate> chain() {
    List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
    chain.addAll(above);
    return chain;
  }

  String pem() {
    return pem(certificate);
  }

  static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] revocationList(Instant from, Instant to, X509Certificate... revoked) {
    try {
      var builder = new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), Date.from(from));
      builder.setNextUpdate(Date.from(to));
      for (X509Certificate each : revoked) {
        builder.addCRLEntry(each.getSerialNumber(), Date.from(from), CRLReason.keyCompromise);
      }
      X509CRL list =
          new JcaX509CRLConverter()
              .getCRL(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
      return list.getEncoded();
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(Wish wish, X500Principal issuer, PrivateKey key) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(SERIAL.incrementAndGet()),
              Date.from(wish.from()),
              Date.from(wish.to()),
              wish.subject(),
              wish.keys().getPublic());
      if (wish.below() != null) {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wish.below()));
      }
      if (wish.usage() != 0) {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(wish.usage()));
      }
      if (wish.purpose() != null) {
        builder.addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wish.purpose()));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder(wish.algorithm()).setProvider(PROVIDER).build(key)));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
