package fi.lupa.consent.origin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RepresentationRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OriginTest {
  private static final Oid COUNTY = new Oid("1.2.246.10.91000005.10.0");
  private static final Recorder RECORDER =
      new Recorder(
          new Oid("1.2.246.10.91000005.10.1"),
          new Professional("vrk-4711", "Tiina Tallettaja", "palveluohjaaja"));

  @Test
  void aProviderActsOnAnyClient() {
    Origin origin = new Origin.AtProvider(COUNTY, RECORDER, null);

    assertThat(origin.channel()).isEqualTo(Channel.PROVIDER);
    assertThat(origin.organisation()).isEqualTo(COUNTY);
    assertThat(origin.onlyClient()).isNull();
  }

  @Test
  void aCitizenActsOnThemselvesOnly() {
    ClientRef client = new ClientRef(new UUID(1, 2));
    Origin origin = new Origin.ByCitizen(client, null);

    assertThat(origin.channel()).isEqualTo(Channel.CITIZEN);
    assertThat(origin.organisation()).isNull();
    assertThat(origin.onlyClient()).isEqualTo(client);
  }

  @Test
  void ofWhoActsForTheClientOnlyTheRoleLeaves() {
    ClientRef child = new ClientRef(new UUID(1, 2));
    ClientRef guardian = new ClientRef(new UUID(3, 4));
    Origin own = new Origin.ByCitizen(child, null);
    Origin origin =
        new Origin.ByCitizen(
            child, new Represented(RepresentationRole.GUARDIAN_OF_MINOR, guardian));

    assertThat(own.role()).isNull();
    assertThat(origin.role()).isEqualTo(RepresentationRole.GUARDIAN_OF_MINOR);
    assertThat(origin.onlyClient()).isEqualTo(child);
  }

  @Test
  void theProfessionalDoesNotShowInText() {
    assertThat(new Origin.AtProvider(COUNTY, RECORDER, null).toString())
        .doesNotContain("Tiina", "4711", "palveluohjaaja");
  }
}
