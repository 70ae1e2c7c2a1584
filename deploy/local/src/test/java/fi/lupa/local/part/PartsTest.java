package fi.lupa.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import fi.lupa.local.home.Setup;
import fi.lupa.verify.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartsTest {

  @TempDir Path folder;
  private Setup setup;

  @BeforeEach
  void create() {
    setup = new Setup(folder.resolve("lupa"), new Home(folder.resolve("home")).create(), 18080);
  }

  @Test
  void takesTheThirteenPortsFromThePortBaseOnEachOnce() {
    List<Integer> ports =
        new Parts(setup).known().stream().flatMap(part -> part.ports().stream()).sorted().toList();

    assertThat(ports)
        .containsExactly(
            18080, 18081, 18082, 18083, 18084, 18085, 18086, 18087, 18088, 18089, 18090, 18091,
            18092);
  }

  @Test
  void sendsMailToWhereItIsTakenIn() {
    var settings = new ServiceSettings(setup);

    assertThat(settings.of(Service.ISSUER))
        .containsEntry("LUPA_MAIL_PORT", "18091")
        .containsEntry("LUPA_MAIL_FOLDER", setup.home().mail().toString());
    assertThat(settings.of(Service.AUDIT))
        .containsEntry("SPRING_MAIL_HOST", "127.0.0.1")
        .containsEntry("SPRING_MAIL_PORT", "18091");
  }

  @Test
  void startsAllButTheSecondInstancesByDefault() {
    assertThat(new Parts(setup).all())
        .extracting(Part::name)
        .containsExactlyInAnyOrder(
            "postgres",
            "kafka",
            "issuer",
            "gateway",
            "authorization-service",
            "consent-service",
            "disclosure-service",
            "audit-service");
    assertThat(new Parts(setup).named("disclosure-service-2").ports()).containsExactly(18089);
    assertThat(new Parts(setup).named("audit-service-2").ports()).containsExactly(18090);
    assertThat(new Parts(setup).named("gateway-2").ports()).containsExactly(18092);
  }

  @Test
  void leadsEachGatewayToItsInstances() {
    var settings = new ServiceSettings(setup);
    assertThat(settings.of(Service.GATEWAY))
        .containsEntry("LUPA_DISCLOSURE_URL", "http://localhost:18083")
        .containsEntry("LUPA_AUDIT_URL", "http://localhost:18084");
    assertThat(settings.of(Service.GATEWAY_2))
        .containsEntry("LUPA_PUBLIC_URL", "http://localhost:18092")
        .containsEntry("LUPA_DISCLOSURE_URL", "http://localhost:18089")
        .containsEntry("LUPA_AUDIT_URL", "http://localhost:18090")
        .containsEntry("LUPA_CONSENT_URL", "http://localhost:18082");
  }

  @Test
  void listsThePartsWhenANameIsWrong() {
    assertThatThrownBy(() -> new Parts(setup).named("postgress"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("postgress")
        .hasMessageContaining("postgres, kafka");
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void givesEachServiceWhatItRefusesToStartWithout(Service service) {
    Map<String, String> settings = new ServiceSettings(setup).of(service);

    assertThat(settings)
        .containsEntry("LUPA_ISSUER", "http://localhost:18085")
        .containsEntry("LUPA_AUDIENCE", "lupa")
        .containsEntry("SERVER_PORT", Integer.toString(18080 + service.offset()))
        .containsEntry("SERVER_ADDRESS", "127.0.0.1");
    assertThat(settings.values()).doesNotContain("");
  }

  @Test
  void givesTheLogOneKeyForAsLongAsTheHomeLivesAndItsPublicHalfToWhoVerifies() throws IOException {
    var settings = new ServiceSettings(setup);
    String key = settings.of(Service.AUDIT).get("LUPA_LOG_KEY");

    assertThat(settings.of(Service.AUDIT)).containsEntry("LUPA_LOG_KEY", key);
    assertThat(Files.readString(setup.home().data("log.pub")).strip())
        .isEqualTo(NoteSigner.parse(key).key().text());
    assertThat(settings.of(Service.DISCLOSURE)).doesNotContainKey("LUPA_LOG_KEY");
  }

  @Test
  void givesTheStoringServicesOneKeyAndEachItsDatabase() {
    var settings = new ServiceSettings(setup);
    List<Service> storing =
        List.of(Service.AUTHORIZATION, Service.CONSENT, Service.DISCLOSURE, Service.AUDIT);

    assertThat(storing)
        .extracting(s -> settings.of(s).get("LUPA_CLIENT_REF_KEY"))
        .doesNotContainNull();
    assertThat(storing.stream().map(s -> settings.of(s).get("LUPA_CLIENT_REF_KEY")).distinct())
        .hasSize(1);
    assertThat(storing.stream().map(s -> settings.of(s).get("LUPA_DB_NAME")))
        .containsExactly("lupa_authorization", "lupa_consent", "lupa_disclosure", "lupa_audit");
    assertThat(settings.of(Service.GATEWAY)).doesNotContainKey("LUPA_CLIENT_REF_KEY");
  }

  @Test
  void givesTheDisclosureServiceTheNationalSchemasWhereTheyAre() throws Exception {
    var settings = new ServiceSettings(setup);
    assertThat(settings.of(Service.DISCLOSURE)).doesNotContainKey("LUPA_SCHEMAS");

    Path schemas = Files.createDirectories(folder.resolve("shared/data/sosmeta"));
    assertThat(settings.of(Service.DISCLOSURE_2)).containsEntry("LUPA_SCHEMAS", schemas.toString());
  }

  @Test
  void givesTheDisclosureServiceItsTestAnchor() {
    var settings = new ServiceSettings(setup);
    String anchor = settings.of(Service.DISCLOSURE).get("LUPA_TRUST_ANCHORS");
    assertThat(Path.of(String.valueOf(anchor))).isRegularFile();
    assertThat(settings.of(Service.DISCLOSURE_2)).containsEntry("LUPA_TRUST_ANCHORS", anchor);
    assertThat(settings.of(Service.AUDIT)).doesNotContainKey("LUPA_TRUST_ANCHORS");
  }

  @Test
  void tellsTheIssuerWhoKnowsRepresentatives() {
    assertThat(new ServiceSettings(setup).of(Service.ISSUER))
        .containsEntry("LUPA_CONSENT_URL", "http://localhost:18082");
  }

  @Test
  void saysHowToGetAJarThatIsNotBuilt() {
    assertThatThrownBy(() -> new Parts(setup).named("gateway").prepare())
        .isInstanceOf(Failure.class)
        .hasMessageContaining("gateway-0.1.0-SNAPSHOT-exec.jar")
        .hasMessageContaining("./mvnw package");
  }
}
