package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import java.util.ArrayList;
import java.util.List;

/** What is true by a whole history, in which the newest version of each fact counts. */
record ShadowFacts(List<Event> history) {
  boolean informed() {
    return history.stream().anyMatch(InformingRecorded.class::isInstance);
  }

  PermitChanged permit(PermitKind kind) {
    PermitChanged newest = null;
    for (Event event : history) {
      if (event instanceof PermitChanged one
          && one.kind() == kind
          && (newest == null || one.version() > newest.version())) {
        newest = one;
      }
    }
    return newest;
  }

  boolean isNewest(ProhibitionChanged one) {
    return history.stream()
        .noneMatch(other ->
            other instanceof ProhibitionChanged later
                && later.id().equals(one.id())
                && later.version() > one.version());
  }

  OrganisationChanged organisation(Oid oid) {
    OrganisationChanged newest = null;
    for (Event event : history) {
      if (event instanceof OrganisationChanged one
          && one.oid().equals(oid)
          && (newest == null || one.version() > newest.version())) {
        newest = one;
      }
    }
    return newest;
  }

  boolean joined(Oid oid) {
    OrganisationChanged one = organisation(oid);
    return one != null && one.status() == OrganisationStatus.JOINED;
  }

  boolean can(Oid oid, SystemFunction function) {
    OrganisationChanged one = organisation(oid);
    return one != null && one.functions().contains(function);
  }

  boolean isPublic(Oid oid) {
    OrganisationChanged one = organisation(oid);
    return one != null && one.ownership() == Ownership.PUBLIC;
  }

  List<RepresentationChanged> newestRelations() {
    List<RepresentationChanged> newest = new ArrayList<>();
    for (Event event : history) {
      if (event instanceof RepresentationChanged one) {
        newest.removeIf(known -> known.id().equals(one.id()) && known.version() < one.version());
        if (newest.stream().noneMatch(known -> known.id().equals(one.id()))) {
          newest.add(one);
        }
      }
    }
    return newest;
  }

  List<UsageRightChanged> newestRights() {
    List<UsageRightChanged> newest = new ArrayList<>();
    for (Event event : history) {
      if (event instanceof UsageRightChanged one) {
        newest.removeIf(known -> known.id().equals(one.id()) && known.version() < one.version());
        if (newest.stream().noneMatch(known -> known.id().equals(one.id()))) {
          newest.add(one);
        }
      }
    }
    return newest;
  }
}
