package fi.lupa.disclosure.decision;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.OrganisationChanged.JointService;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known at the moment of a decision about the client and the organisations concerned.
 *
 * @param born the client's day of birth, absent when the client has no identity code
 */
public record Facts(
    Map<Oid, OrganisationChanged> organisations,
    List<UsageRightChanged> rights,
    List<InformingRecorded> informings,
    List<PermitChanged> permits,
    List<ProhibitionChanged> prohibitions,
    List<ClientLinked> links,
    List<RepresentationChanged> representations,
    List<GuardianProhibitionChanged> guardianProhibitions,
    List<Protection> protections,
    List<Tie> ties,
    @Nullable LocalDate born) {

  /** Sorts the newest event of each fact into its kind. */
  public static Facts of(List<? extends Event> events) {
    return new Facts(
        all(events, OrganisationChanged.class).stream()
            .collect(Collectors.toMap(OrganisationChanged::oid, Function.identity())),
        all(events, UsageRightChanged.class),
        all(events, InformingRecorded.class),
        all(events, PermitChanged.class),
        all(events, ProhibitionChanged.class),
        all(events, ClientLinked.class),
        all(events, RepresentationChanged.class),
        all(events, GuardianProhibitionChanged.class),
        List.of(),
        List.of(),
        null);
  }

  /** The same of a client born that day; null when it isn't known. */
  public Facts bornOn(@Nullable LocalDate day) {
    return new Facts(
        organisations,
        rights,
        informings,
        permits,
        prohibitions,
        links,
        representations,
        guardianProhibitions,
        protections,
        ties,
        day);
  }

  /** The same with what the client's relationship documents say of non-disclosure. */
  public Facts with(List<Protection> protections) {
    return new Facts(
        organisations,
        rights,
        informings,
        permits,
        prohibitions,
        links,
        representations,
        guardianProhibitions,
        List.copyOf(protections),
        ties,
        born);
  }

  /** The same with what the relationship and case documents of organisations tell. */
  public Facts tiedBy(List<Tie> ties) {
    return new Facts(
        organisations,
        rights,
        informings,
        permits,
        prohibitions,
        links,
        representations,
        guardianProhibitions,
        protections,
        List.copyOf(ties),
        born);
  }

  /** The same, with more organisations known. */
  public Facts knowing(Collection<OrganisationChanged> more) {
    Map<Oid, OrganisationChanged> known = new HashMap<>(organisations);
    more.forEach(organisation -> known.putIfAbsent(organisation.oid(), organisation));
    return new Facts(
        Map.copyOf(known),
        rights,
        informings,
        permits,
        prohibitions,
        links,
        representations,
        guardianProhibitions,
        protections,
        ties,
        born);
  }

  /** The organisations that anything known of the client names: the rules tell them from others. */
  public Set<Oid> named() {
    return Stream.of(
            organisations.keySet().stream(),
            ties.stream().map(Tie::controller),
            rights.stream()
                .flatMap(right ->
                    Stream.concat(
                        Stream.of(right.organiser(), right.producer()),
                        right.subcontractorsOrNone().stream()
                            .map(UsageRightChanged.Subcontractor::organisation))),
            permits.stream()
                .flatMap(permit -> permit.targets().stream())
                .flatMap(target -> Stream.ofNullable(target.recipient().organisation())))
        .flatMap(oids -> oids)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Under which references the documents stand that a client's reference finds: an identity code
   * also those of the temporary identifiers linked to it, a temporary identifier only its own.
   */
  public Set<ClientRef> found(ClientRef client) {
    return Stream.concat(
            Stream.of(client),
            links.stream()
                .filter(link -> link.holds() && link.client().equals(client))
                .map(ClientLinked::former))
        .collect(Collectors.toUnmodifiableSet());
  }

  public Optional<OrganisationChanged> organisation(Oid oid) {
    return Optional.ofNullable(organisations.get(oid));
  }

  /** The sector an organisation works in; social care when the organisation isn't known. */
  Sector sector(Oid oid) {
    return organisation(oid).map(OrganisationChanged::sector).orElse(Sector.SOCIAL);
  }

  /** The newest of a kind; consent-service keeps one per client. */
  Optional<PermitChanged> permit(PermitKind kind) {
    return permits.stream()
        .filter(permit -> permit.kind() == kind)
        .max(Comparator.comparing(PermitChanged::changedAt).thenComparing(PermitChanged::id));
  }

  /** Whether non-disclosure for personal safety is in force by any controller's document. */
  boolean isProtected(LocalDate today) {
    return protections.stream().anyMatch(protection -> protection.isInForce(today));
  }

  /**
   * Who may give a permit for a client who can't judge it: for a minor the guardians too, whose
   * right ends when the child comes of age. One who is barred can't.
   */
  List<FactRef> legalRepresentatives(RepresentationMatter matter, LocalDate today) {
    return representations.stream()
        .filter(one -> one.state() == RepresentationChanged.State.REGISTERED && !one.blocked())
        .filter(one ->
            switch (one.role()) {
              case LEGAL_GUARDIAN, CONTINUING_POWER -> true;
              case GUARDIAN_OF_MINOR -> !isOfAge(today);
              case MANDATE -> false;
            })
        .filter(one -> one.covers(matter))
        .filter(one -> !one.validFrom().isAfter(today))
        .filter(one -> one.validUntil() == null || !one.validUntil().isBefore(today))
        .map(FactRef::of)
        .toList();
  }

  /** Who has no identity code isn't taken to be of age: a guardian in the register may be asked. */
  private boolean isOfAge(LocalDate today) {
    return born != null && RepresentationChanged.isOfAge(born, today);
  }

  boolean joined(Oid oid) {
    return organisation(oid).filter(o -> o.status() == OrganisationStatus.JOINED).isPresent();
  }

  boolean has(Oid oid, SystemFunction function) {
    return organisation(oid).filter(o -> o.functions().contains(function)).isPresent();
  }

  boolean hasUnit(Oid oid, Oid unit) {
    return organisation(oid)
        .filter(o -> o.units().stream().anyMatch(u -> u.oid().equals(unit)))
        .isPresent();
  }

  /** The services that social and health care give together in the unit that day. */
  List<JointService> jointServices(Oid oid, Oid unit, LocalDate today) {
    return organisation(oid).stream()
        .flatMap(organisation -> organisation.units().stream())
        .filter(one -> one.oid().equals(unit))
        .flatMap(one -> one.jointServicesOrNone().stream())
        .filter(service -> service.isInForce(today))
        .toList();
  }

  List<FactRef> refs(Oid oid) {
    return organisation(oid).map(FactRef::of).stream().toList();
  }

  private static <T extends Event> List<T> all(List<? extends Event> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
