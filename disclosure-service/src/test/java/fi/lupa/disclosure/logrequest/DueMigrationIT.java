package fi.lupa.disclosure.logrequest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Database;
import fi.lupa.testkit.Backends;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was asked before V160 is due by its own question after it; nothing else has moved. */
class DueMigrationIT {
  private final Backends.Database database = Backends.database("due");
  private final Database sql = new Database(database);

  @Test
  void aQuestionOfBeforeIsDueTwoMonthsAfterIt() {
    migrate("140");
    add("EXPLANATION_ASKED", "[{\"askedOn\": \"2026-10-01\"}, {\"askedOn\": \"2026-12-31\"}]");
    add("EXPLAINED", "[{\"askedOn\": \"2026-12-31\"}]");
    add("RECEIVED", "[]");
    migrate("latest");
    assertThat(
            sql.column(
                "select concat_ws(' ', request->>'state', due_on, request->>'dueOn') from log_request order by 1"))
        .containsExactly(
            "EXPLAINED 2026-10-20 2026-10-20",
            "EXPLANATION_ASKED 2027-02-28 2027-02-28",
            "RECEIVED 2026-10-20 2026-10-20");
  }

  private void add(String state, String explanations) {
    sql.run(
        """
        insert into log_request (client_ref, id, organisation, open, due_on, request)
        values (gen_random_uuid(), gen_random_uuid(), '1.2.3', true, '2026-10-20',
          '{"state": "%s", "dueOn": "2026-10-20", "explanations": %s}')
        """
            .formatted(state, explanations));
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }
}
