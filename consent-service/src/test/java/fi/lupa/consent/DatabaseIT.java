package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables refuse by themselves, whatever the code does. */
class DatabaseIT extends ServiceUnderTest {
  private static final String PERMIT =
      "insert into permit (client_ref, id, kind, version, state, targets, text_version, channel,"
          + " given_at, changed_at) values ('%s', '%s', %s)";
  private static final String PROHIBITION =
      "insert into prohibition (client_ref, id, version, state, target, controller, service_task,"
          + " document, channel, set_at, cancelled_at) values ('%s', '%s', %s)";

  @Test
  void everyTableOfClientDataCarriesTheClientInItsKey() {
    assertThat(
            rows(
                """
                select t.table_name from information_schema.tables t
                where t.table_schema = 'public' and t.table_name not like 'flyway%'
                  and t.table_name not in ('outbox', 'outbox_lease', 'idempotency', 'organisation_name')
                  and not exists (
                    select from information_schema.table_constraints k
                    join information_schema.key_column_usage u using (constraint_name)
                    where k.table_name = t.table_name and k.constraint_type = 'PRIMARY KEY'
                      and u.column_name in ('client_ref', 'former_ref'))
                """))
        .isEmpty();
    assertThat(
            rows(
                "select count(*) from information_schema.tables where table_name in"
                    + " ('informing', 'informing_version', 'permit', 'permit_version', 'prohibition',"
                    + " 'prohibition_version')"))
        .containsExactly(List.of("6"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "targets_fit | 'SOCIAL_CARE', 1, 'GIVEN', '[{}]', 'v', 'CITIZEN', now(), now()",
        "targets_fit | 'SOCIAL_TO_HEALTH', 1, 'GIVEN', '[]', 'v', 'CITIZEN', now(), now()",
        "targets_fit | 'HEALTH_TO_SOCIAL', 1, 'GIVEN', '[]', 'v', 'CITIZEN', now(), now()",
        "targets_fit | 'HEALTH_TO_SOCIAL', 1, 'REFUSED', '[{}]', 'v', 'CITIZEN', null, now()",
        "targets_fit | 'SOCIAL_TO_HEALTH', 2, 'WITHDRAWN', '[{}]', 'v', 'CITIZEN', now(), now()",
        "given_when_given | 'SOCIAL_CARE', 1, 'GIVEN', '[]', 'v', 'CITIZEN', null, now()",
        "given_when_given | 'SOCIAL_CARE', 1, 'REFUSED', '[]', 'v', 'CITIZEN', now(), now()",
        "given_when_given | 'SOCIAL_CARE', 1, 'GIVEN', '[]', 'v', 'CITIZEN', now() + '1 s', now()",
        "kind_check | 'HEALTH', 1, 'GIVEN', '[]', 'v', 'CITIZEN', now(), now()",
        "state_check | 'SOCIAL_CARE', 1, 'MAYBE', '[]', 'v', 'CITIZEN', now(), now()",
        "version_check | 'SOCIAL_CARE', 0, 'GIVEN', '[]', 'v', 'CITIZEN', now(), now()",
        "channel_check | 'SOCIAL_CARE', 1, 'GIVEN', '[]', 'v', 'POST', now(), now()"
      })
  void permitsThatCannotBe(String constraint, String values) {
    refused(constraint, PERMIT.formatted(UUID.randomUUID(), UUID.randomUUID(), values));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "target_fits | 1, 'SET', 'CONTROLLER', null, 'FAMILIES', null, 'CITIZEN', now(), null",
        "target_fits | 1, 'SET', 'CONTROLLER', '1.2', 'FAMILIES', null, 'CITIZEN', now(), null",
        "target_fits | 1, 'SET', 'DOCUMENT', null, null, null, 'CITIZEN', now(), null",
        "service_task_check | 1, 'SET', 'SERVICE_TASK', null, 'X', null, 'CITIZEN', now(), null",
        "life | 1, 'SET', 'CONTROLLER', '1.2', null, null, 'CITIZEN', now(), now()",
        "life | 2, 'SET', 'CONTROLLER', '1.2', null, null, 'CITIZEN', now(), null",
        "life | 3, 'CANCELLED', 'CONTROLLER', '1.2', null, null, 'CITIZEN', now(), now()",
        "life | 2, 'CANCELLED', 'CONTROLLER', '1.2', null, null, 'CITIZEN', now(), now() - interval '1 s'"
      })
  void prohibitionsThatCannotBe(String constraint, String values) {
    refused(constraint, PROHIBITION.formatted(UUID.randomUUID(), UUID.randomUUID(), values));
  }

  @Test
  void oneCurrentPermitPerClientAndKind() {
    UUID client = UUID.randomUUID();
    String values = "'SOCIAL_CARE', 1, 'GIVEN', '[]', 'v', 'CITIZEN', now(), now()";
    accepted(PERMIT.formatted(client, UUID.randomUUID(), values));

    refused("one_per_kind", PERMIT.formatted(client, UUID.randomUUID(), values));
  }

  @Test
  void oneProhibitionInForcePerClientAndTarget() {
    UUID client = UUID.randomUUID();
    String set = "1, 'SET', 'DOCUMENT', null, null, '1.2.3', 'CITIZEN', now(), null";
    String cancelled = "2, 'CANCELLED', 'DOCUMENT', null, null, '1.2.3', 'CITIZEN', now(), now()";
    accepted(PROHIBITION.formatted(client, UUID.randomUUID(), set));
    accepted(PROHIBITION.formatted(client, UUID.randomUUID(), cancelled));
    accepted(PROHIBITION.formatted(client, UUID.randomUUID(), cancelled));

    refused("prohibition_in_force", PROHIBITION.formatted(client, UUID.randomUUID(), set));
  }

  @Test
  void aProvidersVersionNamesItsRecorderAndACitizensHasNone() {
    UUID client = UUID.randomUUID();
    UUID id = UUID.randomUUID();
    accepted(
        PERMIT.formatted(
            client, id, "'SOCIAL_CARE', 1, 'GIVEN', '[]', 'v', 'CITIZEN', now(), now()"));
    String version =
        "insert into permit_version select p.*, %s from permit p where id = '" + id + "'";

    refused("recorder_of_channel", version.formatted("'1.2', null, null, null, null"));
    accepted("update permit set channel = 'PROVIDER' where id = '" + id + "'");
    refused("recorder_of_channel", version.formatted("'1.2', '1.3', 'x', null, 'y'"));
    refused("recorder_of_channel", version.formatted("null, null, null, null, null"));
    accepted(version.formatted("'1.2', '1.3', 'x', 'z', 'y'"));
  }

  private static void accepted(String sql) {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void refused(String constraint, String sql) {
    assertThatThrownBy(
            () -> {
              try (Connection connection = database();
                  Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(constraint);
  }
}
