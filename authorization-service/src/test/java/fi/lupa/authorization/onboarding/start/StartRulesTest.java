package fi.lupa.authorization.onboarding.start;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.onboarding.Situation;
import fi.lupa.authorization.organisation.Organisation;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartRulesTest {
  @ParameterizedTest
  @CsvSource({
    "PUBLIC,             PUBLIC,  REGISTERED, ARCHIVING,     ",
    "PUBLIC,             PRIVATE, REGISTERED, ARCHIVING,     SITUATION_NOT_POSSIBLE",
    "PUBLIC,             PUBLIC,  JOINED,     ARCHIVING,     SITUATION_NOT_POSSIBLE",
    "PUBLIC,             PUBLIC,  SUSPENDED,  ARCHIVING,     SITUATION_NOT_POSSIBLE",
    "PUBLIC,             PUBLIC,  LEFT,       ARCHIVING,     SITUATION_NOT_POSSIBLE",
    "PRIVATE,            PRIVATE, REGISTERED, ARCHIVING,     ",
    "PRIVATE,            PUBLIC,  REGISTERED, ARCHIVING,     SITUATION_NOT_POSSIBLE",
    "OLD_DOCUMENTS_ONLY, PUBLIC,  REGISTERED, OLD_DOCUMENTS, ",
    "OLD_DOCUMENTS_ONLY, PRIVATE, REGISTERED, OLD_DOCUMENTS, ",
    "OLD_DOCUMENTS_ONLY, PUBLIC,  REGISTERED, ARCHIVING,     SITUATION_NOT_POSSIBLE",
    "OLD_DOCUMENTS_ONLY, PUBLIC,  JOINED,     OLD_DOCUMENTS, SITUATION_NOT_POSSIBLE",
    "EXTENSION,          PUBLIC,  JOINED,     ARCHIVING,     ",
    "EXTENSION,          PRIVATE, JOINED,     DECLARATIONS,  FUNCTION_IN_USE",
    "EXTENSION,          PUBLIC,  REGISTERED, ARCHIVING,     SITUATION_NOT_POSSIBLE",
    "EXTENSION,          PUBLIC,  SUSPENDED,  ARCHIVING,     SITUATION_NOT_POSSIBLE",
  })
  void anOrganisationJoinsAsItIs(
      Situation situation,
      Ownership ownership,
      OrganisationStatus status,
      SystemFunction function,
      String refusal) {
    Organisation organisation =
        new Organisation(
            new Oid("1.2.3"),
            1,
            "9100000-5",
            new LocalizedText("Nimi", null, null),
            Sector.SOCIAL,
            ownership,
            status,
            new TreeSet<>(Set.of(SystemFunction.DECLARATIONS)),
            List.of(),
            Instant.EPOCH,
            null,
            null);
    assertThat(StartRules.check(organisation, situation, Set.of(function)).orElse(null))
        .isEqualTo(refusal);
  }
}
