package fi.lupa.authorization.relationship;

import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.problem.Problem;
import java.security.MessageDigest;
import java.util.List;

/** Only the newest version of a client's one relationship document counts (domain sheet 1.4). */
final class VersionRules {
  private VersionRules() {}

  /**
   * Whether the very version was applied before; otherwise it is the next one.
   *
   * @param known what is known of the organiser's documents by this OID or of this client
   * @param others whether rights that follow another document of the client are running
   * @throws Problem why it can't be applied
   */
  static boolean isRepeated(
      List<AppliedVersion> known,
      ClientRef client,
      RelationshipImport request,
      byte[] fingerprint,
      boolean others) {
    for (AppliedVersion one : known) {
      if (!one.client().equals(client)) {
        throw Problem.of("RELATIONSHIP_OF_OTHER_CLIENT");
      }
    }
    AppliedVersion last = known.getFirst();
    if (last.version() == 0) {
      return false;
    }
    if (!last.documentOid().equals(request.documentOid())) {
      if (others) {
        throw Problem.of("RELATIONSHIP_HAS_DOCUMENT");
      }
      return false;
    }
    if (last.version() == request.version()
        && MessageDigest.isEqual(last.fingerprint(), fingerprint)) {
      return true;
    }
    if (request.version() <= last.version() || request.base() != last.version()) {
      throw Problem.conflict("VERSION_CONFLICT").with("currentVersion", last.version());
    }
    return false;
  }
}
