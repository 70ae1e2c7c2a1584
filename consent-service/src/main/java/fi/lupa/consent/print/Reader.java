package fi.lupa.consent.print;

import fi.lupa.consent.naming.Naming;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.OpaqueOids.Kind;
import fi.lupa.platform.client.TemporaryId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose document it is and who reads it.
 *
 * @param citizen the client who asks for it; then no professional is named (Act 703/2023 74 § 2)
 *     and no OID stands in it. Absent: a provider.
 */
record Reader(ClientId client, @Nullable ClientRef citizen, Naming naming) {
  /** How the document names the client. */
  Map<String, String> facts(Speech speech) {
    Map<String, String> facts = new LinkedHashMap<>();
    switch (client) {
      case IdentityCode(String code) -> facts.put(speech.say("client.identityCode"), code);
      case TemporaryId id -> facts.put(speech.say("client.temporaryId"), id.value().value());
    }
    return facts;
  }

  /** What an organisation or a unit is called; where that isn't known a provider reads its OID. */
  String organisation(Oid oid, Speech speech) {
    return speech
        .name(oid)
        .orElseGet(() -> citizen == null ? oid.value() : speech.say("organisation.unknown"));
  }

  /** By what this reader knows a document. */
  String document(Oid oid) {
    return naming.told(citizen, Kind.DOCUMENT, oid);
  }

  /** Who recorded it, as far as this reader may know; null when the citizen did. */
  @Nullable String recorder(Recorded.@Nullable By by, Speech speech) {
    if (by == null) {
      return null;
    }
    String place = organisation(by.organisation(), speech) + ", " + organisation(by.unit(), speech);
    return citizen != null ? place : by.name() + ", " + by.title() + "; " + place;
  }
}
