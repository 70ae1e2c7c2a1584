package fi.lupa.consent.change;

import fi.lupa.contracts.Channel;
import java.util.UUID;

/** The kinds of facts this service owns, as the disclosure-service names them. */
public enum Fact {
  INFORMING("informing", "/v1/informings/%s/effect", "/v1/my/informing/effect"),
  PERMIT("permit", "/v1/permits/%s/effect", "/v1/my/permits/%s/effect"),
  PROHIBITION("prohibition", "/v1/prohibitions/%s/effect", "/v1/my/prohibitions/%s/effect"),
  /** A provider's only: no citizen's, lest a guardian follow it. */
  GUARDIAN_PROHIBITION(
      "guardian-prohibition",
      "/v1/guardian-prohibitions/%s/effect",
      "/v1/guardian-prohibitions/%s/effect"),
  /** The operator's; no citizen changes one. */
  REPRESENTATION(
      "representation", "/v1/representations/%s/effect", "/v1/representations/%s/effect");

  private final String kind;
  private final String providerPath;
  private final String citizenPath;

  Fact(String kind, String providerPath, String citizenPath) {
    this.kind = kind;
    this.providerPath = providerPath;
    this.citizenPath = citizenPath;
  }

  String kind() {
    return kind;
  }

  /** Where whoever changed the fact can follow whether it is in force. */
  String effectUrl(Channel channel, UUID id, long version) {
    String path = channel == Channel.PROVIDER ? providerPath : citizenPath;
    return path.formatted(id) + "?version=" + version;
  }
}
