package fi.lupa.consent.print;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.Answer;
import fi.lupa.consent.Api;
import fi.lupa.consent.Bodies;
import fi.lupa.consent.ServiceUnderTest;
import fi.lupa.platform.client.OpaqueOids.Kind;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

@ExtendWith(OutputCaptureExtension.class)
class PrintIT extends ServiceUnderTest {
  private static final String PRINTS = "/v1/declarations/prints";
  private static final String MINE = "/v1/my/prints";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fi | Luovutuslupa: sosiaalihuollosta terveydenhuoltoon | Henkilötunnus | Lupa on annettu |"
            + " Julkinen terveydenhuolto: Lapsiperheiden palvelut, Iäkkäiden palvelut; kirjattu"
            + " 1.1.2024 alkaen | Mitä asiakkaalle on kerrottu",
        "sv | Utlämnandetillstånd: från socialvården till hälso- och sjukvården | Personbeteckning |"
            + " Tillståndet har getts | Den offentliga hälso- och sjukvården: Service för"
            + " barnfamiljer, Äldreservice; antecknat från och med 1.1.2024 | Vad klienten har fått veta",
        "en | Disclosure permit: from social care to health care | Personal identity code | The"
            + " permit has been given | Public health care: Services for families with children,"
            + " Services for older people; recorded from 1 January 2024 | What the client was told"
      })
  void aProviderPrintsAPermitInThreeLanguages(
      String language, String title, String client, String state, String target, String told)
      throws IOException {
    String person = informedPerson();
    provider()
        .create(
            "/v1/permits",
            Bodies.permit(
                Bodies.identityCode(person), "SOCIAL_TO_HEALTH", "GIVEN", Bodies.HEALTH_TARGETS))
        .inForce(201, 1);

    EntityExchangeResult<byte[]> print =
        provider(SOUTH).file(PRINTS, body(person, "SOCIAL_TO_HEALTH", language), "application/pdf");

    assertThat(print.getStatus().value()).isEqualTo(200);
    assertThat(print.getResponseHeaders().getFirst("Content-Disposition"))
        .isEqualTo("attachment; filename=\"lupa.pdf\"");
    assertThat(print.getResponseHeaders().getCacheControl()).contains("no-store");
    try (PDDocument pdf = Loader.loadPDF(print.getResponseBody())) {
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(title);
      assertThat(flat(pdf))
          .containsSubsequence(
              title, client + " " + person, state, Bodies.NAME, Bodies.ROLE, target, told)
          .containsPattern("2024( to |– ?)1");
    }
  }

  @Test
  void theCitizensPrintNamesNoProfessional() throws IOException {
    String person = informedPerson();
    provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN")).inForce(201, 1);

    String text = mine(person, "SOCIAL_CARE");

    assertThat(text)
        .contains(person, "Palvelunantajan luona", "Lupa on voimassa toistaiseksi")
        .doesNotContain(Bodies.NAME, Bodies.ROLE, Bodies.PROFESSIONAL_ID);
  }

  @Test
  void thePrintIsOfTheNewestVersion() throws IOException {
    String person = informedPerson();
    Answer given =
        citizen(person)
            .create(
                "/v1/my/permits",
                Bodies.myPermit("HEALTH_TO_SOCIAL", "GIVEN")
                    .replace("}", ",\"targets\":" + Bodies.socialTargets(stateUnit(person)) + "}"))
            .inForce(201, 1);
    assertThat(mine(person, "HEALTH_TO_SOCIAL"))
        .contains("potilastiedon yhteenveto", "Missä Verkossa")
        .doesNotContain("Kirjaaja");

    citizen(person).change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null).inForce(200, 2);

    assertThat(mine(person, "HEALTH_TO_SOCIAL"))
        .contains("Lupa on peruutettu", "Lupaa ei ole")
        .doesNotContain("potilastiedon yhteenveto");
  }

  @Test
  void prohibitionsInForceAreListedAndCancelledOnesAreNot() throws IOException {
    String person = informedPerson();
    assertThat(mine(person, "PROHIBITIONS")).contains("Voimassa olevia kieltoja ei ole.");
    prohibit(person, Bodies.task("CHILD_PROTECTION"));
    String document = "1.2.246.10.91000005.11.2026.44";
    prohibit(person, documentOf(person, document));
    prohibit(person, controllerOf(person, "1.2.246.10.77000001.10.0"));
    Answer cancelled = prohibit(person, controllerOf(person, SOUTH));
    citizen(person)
        .change("/v1/my/prohibitions/" + cancelled.id() + "/cancellation", 1, null)
        .inForce(200, 2);

    String text = mine(person, "PROHIBITIONS");

    assertThat(text)
        .containsSubsequence(
            "Luovutuskiellot",
            "Palvelutehtävän tiedot kaikista rekistereistä: Lastensuojelu",
            "Yksi asiakirja: ",
            "koko rekisteri: organisaatio, jonka nimeä ei tiedetä")
        .doesNotContain("1.2.246");
    assertThat(text.replace(" ", "")).contains(reference(person, Kind.DOCUMENT, document));
    EntityExchangeResult<byte[]> provided =
        provider().file(PRINTS, body(person, "PROHIBITIONS", "fi"), "application/pdf");
    try (PDDocument pdf = Loader.loadPDF(provided.getResponseBody())) {
      assertThat(flat(pdf)).contains("Yksi asiakirja: " + document, "1.2.246.10.77000001.10.0");
    }
  }

  @Test
  void aPermitNeverAnsweredCannotBePrinted() {
    String person = informedPerson();
    provider().create("/v1/permits", Bodies.socialCare(person, "REFUSED")).inForce(201, 1);

    provider().search(PRINTS, body(person, "SOCIAL_TO_HEALTH", "fi")).is(404, "NOT_FOUND");
    citizen(person()).search(MINE, myBody("SOCIAL_CARE")).is(404, "NOT_FOUND");
  }

  @Test
  void whatIsWrongIsRefused() {
    String person = person();
    Api api = provider();

    api.search(PRINTS, body(person, "EVERYTHING", "fi")).is(400, "REQUEST_INVALID");
    api.search(PRINTS, body(person, "PROHIBITIONS", "de")).is(400, "REQUEST_INVALID");
    api.search(PRINTS, "{}").is(400, "REQUEST_INVALID");
    citizen(person).search(MINE, body(person, "PROHIBITIONS", "fi")).is(400, "REQUEST_INVALID");
    assertThat(
            api.file(PRINTS, body(person, "PROHIBITIONS", "fi"), "text/html").getStatus().value())
        .isEqualTo(406);
  }

  @Test
  void nothingOfItIsLogged(CapturedOutput output) throws IOException {
    String person = informedPerson();
    provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN")).inForce(201, 1);

    provider().file(PRINTS, body(person, "SOCIAL_CARE", "en"), "application/pdf");
    mine(person, "SOCIAL_CARE");

    assertThat(output.getAll()).doesNotContain(person, Bodies.NAME, "Luovutuslupa");
  }

  private Answer prohibit(String person, String target) {
    return citizen(person)
        .create("/v1/my/prohibitions", Bodies.myProhibition(target))
        .inForce(201, 1);
  }

  private String mine(String person, String kind) throws IOException {
    EntityExchangeResult<byte[]> print =
        citizen(person).file(MINE, myBody(kind), "application/pdf, application/problem+json");
    try (PDDocument pdf = Loader.loadPDF(print.getResponseBody())) {
      return flat(pdf);
    }
  }

  /** The text without the lines' ends. */
  private static String flat(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
  }

  private static String body(String person, String kind, String language) {
    return "{\"client\":%s,\"kind\":\"%s\",\"language\":\"%s\"}"
        .formatted(Bodies.identityCode(person), kind, language);
  }

  private static String myBody(String kind) {
    return "{\"kind\":\"%s\",\"language\":\"fi\"}".formatted(kind);
  }
}
