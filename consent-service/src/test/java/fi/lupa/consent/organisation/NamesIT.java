package fi.lupa.consent.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.consent.AuthorizationTopic;
import fi.lupa.consent.ServiceUnderTest;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.OrganisationChanged;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NamesIT extends ServiceUnderTest {
  private static final Oid ORGANISATION = new Oid("1.2.246.10.97000005.10.0");
  private static final Oid UNIT = new Oid("1.2.246.10.97000005.10.1");
  private static AuthorizationTopic authorization;

  @Autowired private OrganisationNames names;

  @BeforeAll
  static void kafka() throws ExecutionException, InterruptedException {
    authorization = new AuthorizationTopic();
  }

  @AfterAll
  static void close() {
    authorization.close();
  }

  @Test
  void theNewestNameIsKnownWhateverTheOrderAndOfWhatCannotBeReadNone() {
    String key = ORGANISATION.value();
    authorization.tell(key, EventType.ORGANISATION_CHANGED, named(2, "Uusi", "Ny"));
    authorization.send(key, "{", EventType.ORGANISATION_CHANGED.ceType());
    authorization.send(key, "{}", EventType.ORGANISATION_CHANGED.ceType());
    authorization.tell(key, EventType.ORGANISATION_CHANGED, named(1, "Vanha", null));
    authorization.tell(key, EventType.ORGANISATION_CHANGED, named(3, "Uusin", null));

    await().atMost(Duration.ofSeconds(30)).until(() -> name(ORGANISATION, "fi").equals("Uusin"));
    assertThat(name(ORGANISATION, "sv")).isEqualTo("Uusin");
    assertThat(name(UNIT, "sv")).isEqualTo("Yksikkö");
    assertThat(name(new Oid("1.2.246.10.97000005.10.9"), "fi")).isEmpty();
  }

  private String name(Oid oid, String language) {
    LocalizedText name = names.of(List.of(ORGANISATION, UNIT)).block().known().get(oid);
    return name == null ? "" : name.in(language);
  }

  private static OrganisationChanged named(long version, String fi, String sv) {
    return new OrganisationChanged(
        ORGANISATION,
        version,
        "9700000-5",
        new LocalizedText(fi, sv, null),
        Sector.SOCIAL,
        Ownership.PUBLIC,
        OrganisationStatus.JOINED,
        Set.of(),
        List.of(new OrganisationChanged.Unit(UNIT, new LocalizedText("Yksikkö", null, null))),
        null);
  }
}
