package fi.lupa.disclosure.support;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Facts as their owners tell them, in the words of the tests. */
public final class Given {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  public static final List<String> ALL_FUNCTIONS =
      List.of(
          "ARCHIVING",
          "OLD_DOCUMENTS",
          "REGISTER_USAGE_RIGHT",
          "SOCIAL_DISCLOSURE",
          "HEALTH_DISCLOSURE",
          "DECLARATIONS");

  private static final Map<String, String> ROLES = new ConcurrentHashMap<>();

  private Given() {}

  /** One event's type and data. */
  public record Fact(EventType type, ObjectNode data) {
    public Fact with(String member, Object value) {
      ObjectNode copy = data.deepCopy();
      copy.set(member, JSON.valueToTree(value));
      return new Fact(type, copy);
    }

    public Fact version(long version) {
      return with("version", version);
    }

    public long version() {
      return data.path("version").asLong();
    }

    public String id() {
      return data.path(type == EventType.ORGANISATION_CHANGED ? "oid" : "id").asString();
    }

    /** The kind's name in the internal interface. */
    public String kind() {
      return switch (type) {
        case ORGANISATION_CHANGED -> "organisation";
        case USAGE_RIGHT_CHANGED -> "usage-right";
        case CLIENT_LINKED -> "client-link";
        case INFORMING_RECORDED -> "informing";
        case PERMIT_CHANGED -> "permit";
        case PROHIBITION_CHANGED -> "prohibition";
        case GUARDIAN_PROHIBITION_CHANGED -> "guardian-prohibition";
        case REPRESENTATION_CHANGED -> "representation";
        default -> throw new IllegalStateException("no fact");
      };
    }

    public Event event() {
      return JSON.treeToValue(data, type.record());
    }

    public ObjectNode envelope() {
      return object(
          "id",
          UUID.randomUUID().toString(),
          "source",
          "/test",
          "type",
          type.ceType(),
          "time",
          "2026-11-22T10:00:00Z",
          "key",
          id(),
          "data",
          data);
    }

    /** A right ended at once. */
    public Fact ended(String at) {
      return with("change", "ENDED").with("endedAt", at).with("endReason", "OTHER");
    }

    /** A prohibition or a link cancelled. */
    public Fact cancelled() {
      return with("state", "CANCELLED").with("cancelledAt", "2026-11-21T10:00:00Z");
    }
  }

  public static ObjectNode object(Object... members) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put((String) members[i], members[i + 1]);
    }
    return JSON.valueToTree(map);
  }

  /** A joined organisation with every function and two units. */
  public static Fact organisation(Oid oid, String sector, String ownership) {
    ROLES.put(stem(oid), role(sector, ownership));
    return new Fact(
        EventType.ORGANISATION_CHANGED,
        object(
            "oid",
            oid,
            "version",
            1,
            "businessId",
            "9100000-5",
            "name",
            Map.of("fi", "Organisaatio", "sv", "Organisation", "en", "Organisation"),
            "sector",
            sector,
            "ownership",
            ownership,
            "status",
            "JOINED",
            "functions",
            ALL_FUNCTIONS,
            "units",
            List.of(unit(oid, 1), unit(oid, 2))));
  }

  /** The role for ordinary work in an organisation made here, or in a unit of it. */
  public static String role(Oid organisationOrUnit) {
    return ROLES.getOrDefault(stem(organisationOrUnit), role("SOCIAL", "PUBLIC"));
  }

  /** The role for ordinary work in organisations of a kind. */
  public static String role(String sector, String ownership) {
    return sector.equals("HEALTH")
        ? "HEALTH_WIDE"
        : ownership.equals("PRIVATE") ? "PRIVATE_PROVISION" : "WIDE_RESPONSIBILITY";
  }

  private static String stem(Oid oid) {
    return oid.value().substring(0, oid.value().lastIndexOf('.'));
  }

  private static Map<String, Object> unit(Oid organisation, int n) {
    return Map.of("oid", Oids.unit(organisation, n), "name", Map.of("fi", "Yksikkö " + n));
  }

  /** What a minor doesn't want guardians to see, accepted; everything, unless more is said. */
  public static Fact guardianProhibition(ClientRef client) {
    return new Fact(
        EventType.GUARDIAN_PROHIBITION_CHANGED,
        object(
            "id",
            UUID.randomUUID(),
            "version",
            1,
            "client",
            client,
            "state",
            "ACCEPTED",
            "target",
            "ALL",
            "recorder",
            "1.2.246.10.91000005.10.0",
            "decidedAt",
            "2026-11-22T08:00:00Z"));
  }

  public static Fact informed(ClientRef client) {
    return new Fact(
        EventType.INFORMING_RECORDED,
        object(
            "id",
            UUID.randomUUID(),
            "version",
            1,
            "client",
            client,
            "textVersion",
            "2026-1",
            "language",
            "fi",
            "channel",
            "CITIZEN",
            "informedAt",
            "2026-01-02T10:00:00Z"));
  }

  public static Fact permit(ClientRef client, String kind, Object... targets) {
    return new Fact(
        EventType.PERMIT_CHANGED,
        object(
            "id",
            UUID.randomUUID(),
            "version",
            1,
            "client",
            client,
            "kind",
            kind,
            "state",
            "GIVEN",
            "targets",
            List.of(targets),
            "textVersion",
            "2026-1",
            "channel",
            "CITIZEN",
            "changedAt",
            "2026-01-03T10:00:00Z"));
  }

  /** A right of the producer's first unit for older people, since January. */
  public static Fact right(ClientRef client, Oid organiser, Oid producer) {
    return new Fact(
        EventType.USAGE_RIGHT_CHANGED,
        object(
            "id",
            UUID.randomUUID(),
            "version",
            1,
            "change",
            "GRANTED",
            "client",
            client,
            "organiser",
            organiser,
            "producer",
            producer,
            "producerUnit",
            Oids.unit(producer, 1),
            "serviceTask",
            "OLDER_PEOPLE",
            "socialServices",
            List.of(),
            "start",
            "2026-01-01"));
  }

  /** The former reference is of the same person. */
  public static Fact link(ClientRef client, ClientRef former) {
    return new Fact(
        EventType.CLIENT_LINKED,
        object(
            "id",
            UUID.nameUUIDFromBytes(former.toString().getBytes(StandardCharsets.UTF_8)),
            "version",
            1,
            "state",
            "LINKED",
            "organiser",
            "1.2.246.10.91000005.10.0",
            "client",
            client,
            "former",
            former,
            "linkedAt",
            "2026-11-20T10:00:00Z"));
  }

  /**
   * @param member controller, serviceTask or document
   */
  public static Fact prohibition(ClientRef client, String target, String member, Object what) {
    return new Fact(
        EventType.PROHIBITION_CHANGED,
        object(
            "id",
            UUID.randomUUID(),
            "version",
            1,
            "client",
            client,
            "state",
            "SET",
            "target",
            target,
            member,
            what,
            "channel",
            "CITIZEN",
            "setAt",
            "2026-01-04T10:00:00Z"));
  }

  /** One person may act for another, since January. */
  public static Fact representation(ClientRef client, ClientRef representative, String role) {
    return new Fact(
        EventType.REPRESENTATION_CHANGED,
        object(
            "id",
            UUID.randomUUID(),
            "version",
            1,
            "state",
            "REGISTERED",
            "client",
            client,
            "representative",
            representative,
            "role",
            role,
            "validFrom",
            "2026-01-01",
            "blocked",
            false,
            "changedAt",
            "2026-01-05T10:00:00Z"));
  }

  static byte[] key() {
    return Base64.getDecoder().decode(fi.lupa.testkit.ServiceProperties.CLIENT_REF_KEY);
  }
}
