package fi.lupa.disclosure.document.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** The certification authorities whose signers are believed. None = every signature is doubted. */
final class TrustAnchors {
  private final Set<TrustAnchor> anchors;
  private final Set<X500Principal> names;

  TrustAnchors(Collection<X509Certificate> certificates) {
    this.anchors =
        certificates.stream()
            .map(certificate -> new TrustAnchor(certificate, null))
            .collect(Collectors.toUnmodifiableSet());
    this.names =
        certificates.stream()
            .map(X509Certificate::getSubjectX500Principal)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads certificates from PEM or DER files, and from all files that stand directly in folders.
   *
   * @throws IllegalArgumentException when one can't be read, isn't an authority's, or a folder has
   *     none: with half of its anchors a service would doubt what it should believe
   */
  static TrustAnchors read(List<Path> places) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Path place : places) {
      List<Path> files = files(place);
      if (files.isEmpty()) {
        throw unreadable(place, "has no files");
      }
      files.forEach(file -> certificates.addAll(certificates(file)));
    }
    return new TrustAnchors(certificates);
  }

  boolean isEmpty() {
    return anchors.isEmpty();
  }

  int size() {
    return anchors.size();
  }

  Set<TrustAnchor> all() {
    return anchors;
  }

  /** Whether an anchor has the name; that it is the issuer is proved by its key only. */
  boolean knows(X500Principal name) {
    return names.contains(name);
  }

  private static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw unreadable(place, "can't be listed");
    }
  }

  private static List<X509Certificate> certificates(Path file) {
    List<X509Certificate> found = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        if (!(certificate instanceof X509Certificate x509) || x509.getBasicConstraints() < 0) {
          throw unreadable(file, "has a certificate that isn't a certification authority's");
        }
        found.add(x509);
      }
    } catch (IOException | CertificateException e) {
      throw unreadable(file, "can't be read as X.509 certificates (PEM or DER)");
    }
    if (found.isEmpty()) {
      throw unreadable(file, "has no certificate");
    }
    return found;
  }

  private static IllegalArgumentException unreadable(Path place, String why) {
    return new IllegalArgumentException("LUPA_TRUST_ANCHORS: " + place + " " + why);
  }
}
