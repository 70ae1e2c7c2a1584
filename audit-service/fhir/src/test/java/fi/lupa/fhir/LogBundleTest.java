package fi.lupa.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the audit-service exports as FHIR, its golden file, judged by HAPI FHIR's validator: against
 * R4, and against what IHE BALP asks of a privacy disclosure at its source ({@code
 * disclosure-source.json}, our own writing of the published profile's rules under its name).
 */
class LogBundleTest {
  private static final Path GOLDEN =
      Path.of("../src/test/resources/golden/log.fhir.json").normalize();
  private static final FhirValidator VALIDATOR = validator();

  @Test
  void theExportIsValid() throws IOException {
    assertThat(errors(golden())).isEmpty();
  }

  @Test
  void itHoldsDisclosuresOfTheProfile() throws IOException {
    assertThat(golden()).contains("IHE.BasicAudit.PrivacyDisclosure.Source");
  }

  /** That the validator finds nothing means something only if it finds these. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"110106\"                  | \"110107\"",
        "\"code\":\"110153\"         | \"code\":\"110152\"",
        "\"code\":\"disclose\"       | \"code\":\"access\"",
        "\"action\":\"R\"            | \"action\":\"C\"",
        "\"recorded\":\"2026         | \"recorded\":\"x2026",
        "\"outcome\":\"0\"           | \"outcome\":\"7\"",
        "\"valueCode\":\"masked\"    | \"valueCode\":\"any\"",
        "\"type\":\"Patient\"        | \"type\":\"Device\"",
        "\"requestor\":false         | \"requests\":false"
      })
  void aMistakeIsFound(String right, String wrong) throws IOException {
    String bundle = golden();
    assertThat(bundle).contains(right);

    assertThat(errors(bundle.replace(right, wrong))).isNotEmpty();
  }

  /** Lupa tells neither; whoever adds one, adds one who is somebody. */
  @ParameterizedTest
  @ValueSource(strings = {"159541003", "429577009"})
  void aCustodianAndAnAuthorizerMayBeThereOnceAndWithAName(String code) throws IOException {
    String nobody =
        "{\"type\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"%s\"}]},\"requestor\":false}"
            .formatted(code);
    String somebody = nobody.replace("\"requestor\"", "\"who\":{\"display\":\"X\"},\"requestor\"");

    assertThat(errors(withAgents(somebody))).isEmpty();
    assertThat(errors(withAgents(nobody)))
        .isNotEmpty()
        .allMatch(error -> error.contains(".who: minimum required = 1"));
    assertThat(errors(withAgents(somebody, somebody)))
        .isNotEmpty()
        .allMatch(error -> error.contains("max"));
  }

  private static String withAgents(String... agents) throws IOException {
    String first =
        "{\"type\":{\"coding\":[{\"system\":\"http://dicom.nema.org/resources/ontology/DCM\",\"code\":\"110152\"";
    return golden().replace(first, String.join(",", agents) + "," + first);
  }

  @Test
  void anObserverWhoIsNotTheSourceIsFound() throws IOException {
    String bundle = golden();
    String observer = "\"source\":{\"observer\":{\"display\":\"";
    assertThat(bundle).contains(observer);

    assertThat(errors(bundle.replace(observer, observer + "Somebody else than ")))
        .anyMatch(error -> error.contains("val-audit-source"));
  }

  private static List<String> errors(String bundle) {
    return VALIDATOR.validateWithResult(bundle).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(LogBundleTest::text)
        .toList();
  }

  private static String text(SingleValidationMessage message) {
    return message.getLocationString() + ": " + message.getMessage();
  }

  private static String golden() throws IOException {
    return Files.readString(GOLDEN);
  }

  private static FhirValidator validator() {
    FhirContext context = FhirContext.forR4();
    PrePopulatedValidationSupport profiles = new PrePopulatedValidationSupport(context);
    profiles.addStructureDefinition(
        context.newJsonParser().parseResource(StructureDefinition.class, profile()));
    FhirInstanceValidator rules =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                profiles,
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new SnapshotGeneratingValidationSupport(context)));
    rules.setErrorForUnknownProfiles(true);
    return context.newValidator().registerValidatorModule(rules);
  }

  private static String profile() {
    try (InputStream in = LogBundleTest.class.getResourceAsStream("/disclosure-source.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
