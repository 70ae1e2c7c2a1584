package fi.lupa.consent.permit;

import fi.lupa.consent.naming.Naming;
import fi.lupa.consent.organisation.Names;
import fi.lupa.consent.organisation.OrganisationNames;
import fi.lupa.consent.permit.NamedTarget.NamedRecipient;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.OpaqueOids.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells permits to whoever asks. */
@Component
public class PermitViews {
  private static final Names NONE = new Names(Map.of());

  private final Naming naming;
  private final OrganisationNames names;

  PermitViews(Naming naming, OrganisationNames names) {
    this.naming = naming;
    this.names = names;
  }

  /**
   * @param citizen to whom they are told; absent: a provider
   */
  public Mono<List<PermitView>> of(List<Permit> permits, @Nullable ClientRef citizen) {
    List<Oid> named =
        permits.stream()
            .flatMap(permit -> permit.targets().stream())
            .map(target -> target.recipient().organisation())
            .filter(Objects::nonNull)
            .toList();
    Mono<Names> known = citizen == null || named.isEmpty() ? Mono.just(NONE) : names.of(named);
    return known.map(found -> permits.stream().map(one -> view(one, citizen, found)).toList());
  }

  /** The same of one. */
  public Mono<PermitView> of(Permit permit, @Nullable ClientRef citizen) {
    return of(List.of(permit), citizen).map(List::getFirst);
  }

  private PermitView view(Permit permit, @Nullable ClientRef citizen, Names known) {
    return new PermitView(
        permit.id(),
        permit.version(),
        permit.kind(),
        permit.state(),
        permit.targets().stream().map(target -> target(target, citizen, known)).toList(),
        permit.textVersion(),
        permit.channel(),
        permit.givenAt(),
        permit.changedAt());
  }

  private NamedTarget target(Target target, @Nullable ClientRef citizen, Names known) {
    Oid organisation = target.recipient().organisation();
    return new NamedTarget(
        organisation == null
            ? new NamedRecipient(target.recipient().type(), null, null)
            : new NamedRecipient(
                target.recipient().type(),
                naming.told(citizen, Kind.ORGANISATION, organisation),
                known.known().get(organisation)),
        target.serviceTasks(),
        target.recordedFrom(),
        target.recordedTo(),
        target.dataGroups());
  }
}
