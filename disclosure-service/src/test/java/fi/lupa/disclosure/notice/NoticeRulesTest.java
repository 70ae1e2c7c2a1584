package fi.lupa.disclosure.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.notice.Notice.DisclosedDocument;
import fi.lupa.disclosure.notice.Notice.Discloser;
import fi.lupa.disclosure.notice.Notice.Recipient;
import fi.lupa.disclosure.notice.NoticeRules.Codes;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.record.Officer;
import fi.lupa.platform.client.TemporaryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Oid UNIT = new Oid("1.2.1");
  private static final LocalizedText NAME = new LocalizedText("Poliisi", null, null);
  private static final List<DisclosedDocument> DOCUMENTS =
      List.of(new DisclosedDocument(new Oid("1.2.3"), "1506.15003"));
  private static final Codes CODES =
      new Codes(Set.of("POLICE", "PRIVATE_PERSON"), Set.of("RIGHT"), Set.of("CARE"));

  private static Set<String> mistakes(
      LocalDate on,
      Recipient recipient,
      String ground,
      String purpose,
      @Nullable List<DisclosedDocument> documents,
      @Nullable String words) {
    Notice notice =
        new Notice(
            new TemporaryId(new Oid("1.2.9")),
            new Officer(UNIT, new Professional("1", "A", "R")),
            on,
            recipient,
            new Discloser("A", "B", UNIT),
            ground,
            null,
            purpose,
            null,
            null,
            documents,
            words);
    return NoticeRules.mistakes(notice, CODES, TODAY).keySet();
  }

  private static Recipient recipient(String kind, @Nullable Oid oid, @Nullable LocalizedText name) {
    return new Recipient(kind, oid, name, "Risto Rinne", null);
  }

  @Test
  void aWholeNoticeHasNone() {
    assertThat(mistakes(TODAY, recipient("POLICE", null, NAME), "RIGHT", "CARE", DOCUMENTS, null))
        .isEmpty();
    assertThat(
            mistakes(
                TODAY, recipient("PRIVATE_PERSON", null, null), "RIGHT", "CARE", null, "sanat"))
        .isEmpty();
  }

  @Test
  void whatIsNotYetOrNotKnownIsOne() {
    assertThat(mistakes(TODAY.plusDays(1), recipient("NOBODY", null, NAME), "x", "x", null, null))
        .containsExactly("/disclosedOn", "/recipient/kind", "/ground", "/purpose", "/disclosed");
  }

  @Test
  void anOrganisationHasItsNameAndAPersonHasNoOrganisation() {
    assertThat(mistakes(TODAY, recipient("POLICE", UNIT, null), "RIGHT", "CARE", DOCUMENTS, null))
        .containsExactly("/recipient/organisationName");
    assertThat(
            mistakes(
                TODAY, recipient("PRIVATE_PERSON", null, NAME), "RIGHT", "CARE", DOCUMENTS, null))
        .containsExactly("/recipient");
    assertThat(
            mistakes(
                TODAY, recipient("PRIVATE_PERSON", UNIT, null), "RIGHT", "CARE", DOCUMENTS, null))
        .containsExactly("/recipient");
  }
}
