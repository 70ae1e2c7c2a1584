package fi.lupa.disclosure.document.store;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.problem.Violation;
import fi.lupa.testkit.TestPersons;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients of a common matter's document. */
class MembersTest {
  /** Half past midnight of 11 March in Finland. */
  private static final Instant RECORDED = Instant.parse("2026-03-10T22:30:00Z");

  private static final ClientId ONE = new IdentityCode(TestPersons.identityCode(1));
  private static final ClientId OTHER = new IdentityCode(TestPersons.identityCode(2));

  private static List<String> pointers(Member... members) {
    return Members.violations(List.of(members), RECORDED).stream().map(Violation::pointer).toList();
  }

  private static Member since(ClientId client, String joined) {
    return new Member(client, LocalDate.parse(joined), null);
  }

  @Test
  void oneAloneIsInNoCommonMatter() {
    assertThat(pointers(Member.only(ONE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-11, , ''",
    "2026-03-11, 2026-03-11, ''",
    "2020-01-01, 2026-03-12, ''",
    "2026-03-12, , /metadata/clients/1/joined",
    "2020-01-01, 2026-03-10, /metadata/clients/1/left",
    "2026-03-12, 2026-03-11, /metadata/clients/1/left",
    "2026-03-12, 2026-03-13, /metadata/clients/1/joined"
  })
  void mustBeInTheMatterOnTheDayOfTheDocumentInFinland(
      LocalDate joined, LocalDate left, String pointer) {
    assertThat(pointers(since(ONE, "2026-01-01"), new Member(OTHER, joined, left)))
        .isEqualTo(pointer.isEmpty() ? List.of() : List.of(pointer));
  }

  @Test
  void nobodyIsNamedTwice() {
    TemporaryId temporary = new TemporaryId(new Oid("1.2.246.10.91000005.22.2026.1"));
    assertThat(
            pointers(
                since(ONE, "2026-01-01"),
                since(temporary, "2026-01-01"),
                since(ONE, "2026-02-01"),
                since(temporary, "2026-01-01")))
        .containsExactly("/metadata/clients/2/client", "/metadata/clients/3/client");
    assertThat(pointers(since(ONE, "2026-01-01"), since(OTHER, "2026-01-01"))).isEmpty();
  }
}
