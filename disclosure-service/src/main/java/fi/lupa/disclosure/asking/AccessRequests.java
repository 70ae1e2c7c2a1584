package fi.lupa.disclosure.asking;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.asking.AccessRequest.Protection;
import fi.lupa.disclosure.asking.AccessRequest.StatedRelationship;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.decision.Relationship;
import fi.lupa.disclosure.decision.Stated;
import fi.lupa.disclosure.record.Roles;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.problem.Violation;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all requests for records have in common: what is a mistake in them, and what they ask. */
@Component
public class AccessRequests {
  private final StatedCodes codes;
  private final Roles roles;
  private final Clock clock;

  AccessRequests(StatedCodes codes, Roles roles, Clock clock) {
    this.codes = codes;
    this.roles = roles;
    this.clock = clock;
  }

  /**
   * What the schema can't say: which parts belong together. What only lacks isn't a mistake but
   * denies the request, so that it is on record.
   */
  public List<Violation> violations(Oid organisation, AccessRequest request) {
    List<Violation> found = new ArrayList<>();
    if (request.basis() == Basis.REGISTER_USAGE_RIGHT && request.controller() == null) {
      found.add(new Violation("/controller", "is required with a register usage right"));
    }
    if (request.basis() == Basis.DISCLOSURE && organisation.equals(request.controller())) {
      found.add(new Violation("/controller", "is one's own: nothing is disclosed to oneself"));
    }
    if (request.basis() == Basis.DISCLOSURE && request.ground() == null) {
      found.add(new Violation("/ground", "is required for a disclosure"));
    }
    if (request.basis() != Basis.DISCLOSURE && request.ground() != null) {
      found.add(new Violation("/ground", "belongs to a disclosure only"));
    }
    if (request.basis() != Basis.DISCLOSURE && request.source() != null) {
      found.add(new Violation("/source", "belongs to a disclosure only"));
    }
    if (!codes.isPurpose(request.purpose())) {
      found.add(new Violation("/purpose", "isn't in the code set of purposes"));
    }
    stated(request, found);
    return found;
  }

  private void stated(AccessRequest request, List<Violation> found) {
    Ground ground = request.ground();
    StatedRelationship relationship = request.relationship();
    if (relationship != null
        && relationship.explanation() != null
        && relationship.type() != Relationship.OTHER_TASK) {
      found.add(new Violation("/relationship/explanation", "belongs to another task only"));
    }
    if (request.wideSearch() != null && ground != Ground.STATUTORY_AUTHORITY) {
      found.add(new Violation("/wideSearch", "belongs to the ground STATUTORY_AUTHORITY only"));
    }
    if (request.wideSearch() != null
        && !codes.isWideSearchReason(request.wideSearch().reasonCode())) {
      found.add(new Violation("/wideSearch/reasonCode", "isn't in the code set of reasons"));
    }
    if (request.necessity() != null && (ground == null || ground == Ground.PERMIT)) {
      found.add(new Violation("/necessity", "belongs to a ground other than PERMIT"));
    }
    if (request.incapacity() != null && ground != Ground.INCAPACITY) {
      found.add(new Violation("/incapacity", "belongs to the ground INCAPACITY only"));
    }
    if (request.protection() != null && ground != Ground.PROTECTION) {
      found.add(new Violation("/protection", "belongs to the ground PROTECTION only"));
    }
  }

  /** The facts with what the client's identifier tells of the client. */
  public static Facts about(ClientId client, Facts known) {
    return known.bornOn(client instanceof IdentityCode code ? code.born() : null);
  }

  /** What is asked, as far as the law cares, now. */
  public Inquiry inquiry(
      Oid organisation, AccessRequest request, Set<ServiceTask> tasks, Set<String> services) {
    StatedRelationship relationship = request.relationship();
    return new Inquiry(
        request.basis(),
        organisation,
        request.requester().unit(),
        request.controller(),
        request.client() instanceof TemporaryId,
        relationship == null ? null : stated(relationship),
        tasks,
        services,
        Objects.requireNonNullElse(request.source(), Sector.SOCIAL),
        roles.find(request.requester().professional().role()),
        stated(request, relationship),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * A care relationship is one that the requesting system has verified, as its identifier shows:
   * the archive has no source that could.
   */
  private static @Nullable Relationship stated(StatedRelationship relationship) {
    return relationship.type() == Relationship.CARE_RELATIONSHIP && relationship.id() == null
        ? null
        : relationship.type();
  }

  private static Stated stated(AccessRequest request, @Nullable StatedRelationship relationship) {
    Protection protection = request.protection();
    return new Stated(
        request.ground(),
        relationship != null && relationship.explanation() != null,
        request.wideSearch() != null,
        request.necessity() != null,
        request.incapacity() != null,
        protection == null ? null : protection.need());
  }
}
