package fi.lupa.disclosure.document.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificate revocation lists in folders that the operator keeps filled. Lists end within days, so
 * changed files are read again without a restart; files that can't be read leave the lists as they
 * were, until those end. Nothing is fetched from the addresses that certificates name.
 */
final class RevocationLists {
  private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  private final List<Path> folders;
  private final Clock clock;
  private Map<Path, FileTime> seen;
  private Instant looked;
  private Collection<CRL> lists;

  /**
   * @param folders with PEM or DER files; none = revocation isn't checked
   * @throws IllegalArgumentException when a file or folder can't be read
   */
  RevocationLists(List<Path> folders, Clock clock) {
    this.folders = folders;
    this.clock = clock;
    try {
      this.seen = files();
      this.lists = read(seen);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "LUPA_REVOCATION_LISTS must name folders with X.509 revocation lists (PEM or DER) only");
    }
    this.looked = clock.instant();
  }

  /** Sets a path's checking to need a current list of each issuer on it, if lists are in use. */
  void apply(PKIXParameters parameters) throws GeneralSecurityException {
    parameters.setRevocationEnabled(!folders.isEmpty());
    if (!folders.isEmpty()) {
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(current())));
    }
  }

  private synchronized Collection<CRL> current() {
    Instant now = clock.instant();
    if (now.isBefore(looked.plus(LOOK_EVERY))) {
      return lists;
    }
    looked = now;
    try {
      Map<Path, FileTime> there = files();
      if (!there.equals(seen)) {
        lists = read(there);
        seen = there;
        LOG.info("Read {} revocation lists", lists.size());
      }
    } catch (IOException | GeneralSecurityException e) {
      LOG.warn("Revocation lists can't be read and stay as they were");
    }
    return lists;
  }

  private Map<Path, FileTime> files() throws IOException {
    Map<Path, FileTime> found = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          found.put(file, Files.getLastModifiedTime(file));
        }
      }
    }
    return found;
  }

  private static Collection<CRL> read(Map<Path, FileTime> files)
      throws IOException, CertificateException, CRLException {
    List<CRL> lists = new ArrayList<>();
    for (Path file : files.keySet()) {
      try (InputStream in = Files.newInputStream(file)) {
        lists.addAll(CertificateFactory.getInstance("X.509").generateCRLs(in));
      }
    }
    return lists;
  }
}
