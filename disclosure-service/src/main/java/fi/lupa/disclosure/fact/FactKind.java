package fi.lupa.disclosure.fact;

import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import java.util.Arrays;

/** The kinds of facts, with the key they have in the table and in the internal interface. */
enum FactKind {
  ORGANISATION("organisation", OrganisationChanged.class),
  USAGE_RIGHT("usage-right", UsageRightChanged.class),
  CLIENT_LINK("client-link", ClientLinked.class),
  INFORMING("informing", InformingRecorded.class),
  PERMIT("permit", PermitChanged.class),
  PROHIBITION("prohibition", ProhibitionChanged.class),
  GUARDIAN_PROHIBITION("guardian-prohibition", GuardianProhibitionChanged.class),
  REPRESENTATION("representation", RepresentationChanged.class);

  private final String key;
  private final Class<? extends Event> record;

  FactKind(String key, Class<? extends Event> record) {
    this.key = key;
    this.record = record;
  }

  String key() {
    return key;
  }

  Class<? extends Event> record() {
    return record;
  }

  /**
   * @throws IllegalArgumentException when there is no such kind
   */
  static FactKind of(String key) {
    return Arrays.stream(values())
        .filter(kind -> kind.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such kind of fact"));
  }
}
