package fi.lupa.disclosure.record;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.Party;
import fi.lupa.contracts.event.Requester;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.platform.client.ClientRefs;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who asked, as an event may tell it: names of organisations, never of professionals. */
@Component
public class Requesters {
  private static final LocalizedText UNKNOWN =
      new LocalizedText(
          "Tuntematon organisaatio", "Okänd organisation", "An organisation that is not known");

  private final ClientRefs pseudonyms;

  Requesters(ClientRefs pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  public Requester of(RequestedBy requester, Facts facts) {
    Professional professional = requester.professional();
    return new Requester(
        requester.organisation(),
        name(requester.organisation(), facts),
        requester.unit(),
        unitName(requester, facts),
        professional == null ? null : pseudonyms.professional(professional.id()),
        professional == null ? null : professional.role());
  }

  /** Controllers with their names, in the order of their identifiers. */
  public static List<Controller> controllers(Collection<Oid> controllers, Facts facts) {
    return controllers.stream()
        .distinct()
        .sorted()
        .map(oid -> new Controller(oid, name(oid, facts)))
        .toList();
  }

  /** Someone in the purchase chain. */
  public static @Nullable Party party(@Nullable Oid organisation, Facts facts) {
    return organisation == null ? null : new Party(organisation, name(organisation, facts));
  }

  public static LocalizedText name(Oid organisation, Facts facts) {
    return facts.organisation(organisation).map(OrganisationChanged::name).orElse(UNKNOWN);
  }

  private static @Nullable LocalizedText unitName(RequestedBy requester, Facts facts) {
    return facts.organisation(requester.organisation()).stream()
        .flatMap(organisation -> organisation.units().stream())
        .filter(unit -> unit.oid().equals(requester.unit()))
        .map(OrganisationChanged.Unit::name)
        .findFirst()
        .orElse(null);
  }
}
