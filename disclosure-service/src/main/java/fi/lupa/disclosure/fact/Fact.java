package fi.lupa.disclosure.fact;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.BreakGlassReviewed;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.DisclosureNoticed;
import fi.lupa.contracts.event.DocumentDestroyed;
import fi.lupa.contracts.event.DocumentStored;
import fi.lupa.contracts.event.DocumentVoided;
import fi.lupa.contracts.event.EntryErased;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.LogRequestChanged;
import fi.lupa.contracts.event.LogSearched;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.RepresentativeViewed;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.contracts.event.VisibilitySearched;
import fi.lupa.contracts.event.Watermark;
import fi.lupa.contracts.event.WithholdingChanged;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An event seen as the newest state of one fact. {@code client} is absent for an organisation. */
record Fact(FactKind kind, String id, long version, @Nullable ClientRef client, Event event) {

  /**
   * The newest version of each fact among the events, in a fixed order so that writers can't
   * deadlock.
   */
  static List<Fact> newest(Collection<? extends Event> events) {
    Map<String, Fact> newest = new TreeMap<>();
    for (Event event : events) {
      Fact fact = of(event);
      if (fact != null) {
        newest.merge(
            fact.kind().key() + ":" + fact.id(),
            fact,
            (a, b) -> Comparator.comparingLong(Fact::version).compare(a, b) < 0 ? b : a);
      }
    }
    return List.copyOf(newest.values());
  }

  private static @Nullable Fact of(Event event) {
    return switch (event) {
      case OrganisationChanged e ->
          new Fact(FactKind.ORGANISATION, e.oid().value(), e.version(), null, e);
      case UsageRightChanged e ->
          new Fact(FactKind.USAGE_RIGHT, e.id().toString(), e.version(), e.client(), e);
      case InformingRecorded e ->
          new Fact(FactKind.INFORMING, e.id().toString(), e.version(), e.client(), e);
      case PermitChanged e ->
          new Fact(FactKind.PERMIT, e.id().toString(), e.version(), e.client(), e);
      case ProhibitionChanged e ->
          new Fact(FactKind.PROHIBITION, e.id().toString(), e.version(), e.client(), e);
      case GuardianProhibitionChanged e ->
          new Fact(FactKind.GUARDIAN_PROHIBITION, e.id().toString(), e.version(), e.client(), e);
      case RepresentationChanged e ->
          new Fact(FactKind.REPRESENTATION, e.id().toString(), e.version(), e.client(), e);
      case ClientLinked e ->
          new Fact(FactKind.CLIENT_LINK, e.id().toString(), e.version(), e.client(), e);
      case RecordsQueried _,
          DocumentStored _,
          DocumentVoided _,
          DocumentDestroyed _,
          VisibilitySearched _,
          RepresentativeViewed _,
          BreakGlassReviewed _,
          LogSearched _,
          DisclosureNoticed _,
          LogRequestChanged _,
          WithholdingChanged _,
          EntryErased _,
          Watermark _ ->
          null;
    };
  }
}
