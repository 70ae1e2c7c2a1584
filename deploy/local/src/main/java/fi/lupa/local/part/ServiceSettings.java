package fi.lupa.local.part;

import fi.lupa.local.home.ClientRefKey;
import fi.lupa.local.home.LocalSigner;
import fi.lupa.local.home.LogKey;
import fi.lupa.local.home.Setup;
import fi.lupa.local.kafka.KafkaPart;
import fi.lupa.local.postgres.PostgresPart;
import java.util.HashMap;
import java.util.Map;

/** The environment variables that each service is started with. */
final class ServiceSettings {

  private final Setup setup;

  ServiceSettings(Setup setup) {
    this.setup = setup;
  }

  Map<String, String> of(Service service) {
    var settings = new HashMap<>(common(service));
    switch (service) {
      case ISSUER -> {
        settings.put("LUPA_ISSUER_KEYS", setup.home().data("issuer").toString());
        settings.put("LUPA_CONSENT_URL", setup.url(Service.CONSENT.offset()));
        settings.put("LUPA_PORTAL_URL", setup.url(Service.GATEWAY.offset()));
        settings.put("LUPA_MAIL_PORT", mailPort());
        settings.put("LUPA_MAIL_FOLDER", setup.home().mail().toString());
      }
      case GATEWAY -> settings.putAll(routes(service, Service.DISCLOSURE, Service.AUDIT));
      case GATEWAY_2 -> settings.putAll(routes(service, Service.DISCLOSURE_2, Service.AUDIT_2));
      case AUTHORIZATION -> {
        settings.putAll(store("lupa_authorization"));
        settings.putAll(pusher(service));
        settings.putAll(schemas());
      }
      case CONSENT -> {
        settings.putAll(store("lupa_consent"));
        settings.putAll(pusher(service));
      }
      case DISCLOSURE, DISCLOSURE_2 -> {
        settings.putAll(store("lupa_disclosure"));
        settings.put("LUPA_TRUST_ANCHORS", LocalSigner.anchor(setup.home()).toString());
        settings.putAll(schemas());
      }
      case AUDIT, AUDIT_2 -> {
        settings.putAll(store("lupa_audit"));
        settings.put("LUPA_LOG_KEY", LogKey.of(setup.home()));
        if (System.getenv("SPRING_MAIL_HOST") == null) {
          settings.put("SPRING_MAIL_HOST", "127.0.0.1");
          settings.put("SPRING_MAIL_PORT", mailPort());
        }
      }
    }
    return settings;
  }

  private Map<String, String> common(Service service) {
    return Map.of(
        "SERVER_PORT", Integer.toString(setup.port() + service.offset()),
        // the secrets below are public: nobody outside this machine may reach it
        "SERVER_ADDRESS", "127.0.0.1",
        "LUPA_ISSUER", setup.issuer(),
        "LUPA_AUDIENCE", "lupa",
        // glibc's default of many memory pools costs each JVM tens of megabytes
        "MALLOC_ARENA_MAX", "2");
  }

  private String mailPort() {
    return Integer.toString(setup.port() + Service.MAIL_OFFSET);
  }

  private Map<String, String> store(String database) {
    return Map.of(
        "LUPA_DB_HOST",
        "localhost",
        "LUPA_DB_PORT",
        Integer.toString(setup.port() + PostgresPart.OFFSET),
        "LUPA_DB_NAME",
        database,
        "LUPA_DB_USER",
        "lupa",
        "LUPA_DB_PASSWORD",
        "lupa",
        "LUPA_KAFKA",
        "localhost:" + (setup.port() + KafkaPart.OFFSET),
        "LUPA_CLIENT_REF_KEY",
        ClientRefKey.of(setup.home()));
  }

  private Map<String, String> schemas() {
    return setup
        .nationalSchemas()
        .map(folder -> Map.of("LUPA_SCHEMAS", folder.toString()))
        .orElse(Map.of());
  }

  private Map<String, String> pusher(Service service) {
    return Map.of(
        "LUPA_DISCLOSURE_URL", setup.url(Service.DISCLOSURE.offset()),
        "LUPA_CLIENT_ID", service.partName(),
        "LUPA_CLIENT_SECRET", service.partName() + "-secret");
  }

  private Map<String, String> routes(Service gateway, Service disclosure, Service audit) {
    return Map.of(
        "LUPA_PUBLIC_URL", setup.url(gateway.offset()),
        "LUPA_PORTAL_SECRET", "portal-secret",
        "LUPA_AUTHORIZATION_URL", setup.url(Service.AUTHORIZATION.offset()),
        "LUPA_CONSENT_URL", setup.url(Service.CONSENT.offset()),
        "LUPA_DISCLOSURE_URL", setup.url(disclosure.offset()),
        "LUPA_AUDIT_URL", setup.url(audit.offset()));
  }
}
