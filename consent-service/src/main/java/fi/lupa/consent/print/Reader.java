package fi.lupa.consent.print;

import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose document it is and who reads it.
 *
 * @param citizen the client asks for it; then no professional is named (Act 703/2023 74 § 2)
 */
record Reader(ClientId client, boolean citizen) {
  /** How the document names the client. */
  Map<String, String> facts(Speech speech) {
    Map<String, String> facts = new LinkedHashMap<>();
    switch (client) {
      case IdentityCode(String code) -> facts.put(speech.say("client.identityCode"), code);
      case TemporaryId id -> facts.put(speech.say("client.temporaryId"), id.value().value());
    }
    return facts;
  }

  /** Who recorded it, as far as this reader may know; null when the citizen did. */
  @Nullable String recorder(Recorded.@Nullable By by, Speech speech) {
    if (by == null) {
      return null;
    }
    String place = speech.name(by.organisation()) + ", " + speech.name(by.unit());
    return citizen ? place : by.name() + ", " + by.title() + "; " + place;
  }
}
