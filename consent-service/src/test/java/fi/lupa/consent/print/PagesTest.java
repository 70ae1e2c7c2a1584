package fi.lupa.consent.print;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.naming.Naming;
import fi.lupa.consent.organisation.Names;
import fi.lupa.consent.permit.Permit;
import fi.lupa.consent.permit.Recipient;
import fi.lupa.consent.permit.Target;
import fi.lupa.consent.prohibition.Prohibition;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.ProhibitionChanged.State;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.OpaqueOids;
import fi.lupa.print.Page;
import fi.lupa.print.Printer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What the two documents say of who, whom and for whom. */
class PagesTest {
  private static final Instant TIME = Instant.parse("2026-11-22T10:00:00Z");
  private static final ClientRef CLIENT = new ClientRef(new UUID(1, 2));
  private static final Oid COUNTY = new Oid("1.2.246.10.91000005.10.0");
  private static final Oid UNIT = new Oid("1.2.246.10.91000005.10.1");
  private static final Recorded.By BY =
      new Recorded.By(COUNTY, UNIT, "Sari Sosiaali", "sosiaaliohjaaja");
  private static final Names NAMES =
      new Names(Map.of(COUNTY, new LocalizedText("Hyvinvointialue", "Välfärdsområde", null)));
  private static final Reader PROVIDER = reader(null);
  private static final Reader CITIZEN = reader(CLIENT);

  private static Reader reader(ClientRef citizen) {
    return new Reader(
        new IdentityCode("020516C903K"), citizen, new Naming(new OpaqueOids(new byte[32])));
  }

  @Test
  void aNamedRecipientAndTheRecorderAreCalledByTheirNames() throws IOException {
    assertThat(text(permit(RepresentationRole.GUARDIAN_OF_MINOR), PROVIDER, "fi"))
        .contains(
            "Yksityinen palvelunantaja Hyvinvointialue: Lastensuojelu",
            "Kirjaaja Sari Sosiaali, sosiaaliohjaaja; Hyvinvointialue, " + UNIT.value(),
            "Asiakkaan puolesta huoltaja");
    assertThat(text(permit(null), CITIZEN, "sv"))
        .contains("Antecknats av Välfärdsområde, en organisation vars namn inte är känt")
        .doesNotContain("1.2.246", "Sari", "sosiaaliohjaaja", "För klientens räkning");
  }

  @Test
  void aProhibitionSaysWhatAndByWhom() throws IOException {
    Prohibition prohibition =
        new Prohibition(
            new UUID(3, 4),
            CLIENT,
            1,
            State.SET,
            new fi.lupa.consent.prohibition.Target.Controller(COUNTY),
            Channel.PROVIDER,
            TIME,
            null);

    String text =
        text(
            ProhibitionPage.of(
                List.of(new Recorded<>(prohibition, BY, RepresentationRole.GUARDIAN_OF_MINOR)),
                PROVIDER,
                TIME,
                speech("en")));

    assertThat(text)
        .contains(
            "The controller's whole register: Hyvinvointialue; Set 22 November 2026 at 12:00",
            "On the client's behalf: guardian of a minor",
            "Sari Sosiaali")
        .doesNotContain("There are no prohibitions");
  }

  private static String text(Recorded<Permit> permit, Reader reader, String language)
      throws IOException {
    return text(PermitPage.of(permit, Optional.empty(), reader, TIME, speech(language)));
  }

  private static Recorded<Permit> permit(RepresentationRole representative) {
    Target target =
        new Target(
            new Recipient(RecipientType.PRIVATE_PROVIDER, COUNTY),
            Set.of(ServiceTask.CHILD_PROTECTION),
            null,
            null,
            Set.of());
    return new Recorded<>(
        new Permit(
            new UUID(5, 6),
            CLIENT,
            PermitKind.SOCIAL_TO_HEALTH,
            2,
            PermitState.GIVEN,
            List.of(target),
            "2026-1",
            Channel.PROVIDER,
            TIME,
            TIME),
        BY,
        representative);
  }

  private static Speech speech(String language) {
    return new Speech(language, new Words(), NAMES);
  }

  private static String text(Page page) throws IOException {
    try (Printer printer = new Printer();
        PDDocument pdf = Loader.loadPDF(printer.print(page).block())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }
}
