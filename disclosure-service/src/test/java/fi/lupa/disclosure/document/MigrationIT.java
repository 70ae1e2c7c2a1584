package fi.lupa.disclosure.document;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Database;
import fi.lupa.testkit.Backends;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Documents of before the archive had its metadata mean what they meant. */
class MigrationIT {
  private static final String CLIENT = "00000000-0000-0000-0000-000000000001";

  private final Backends.Database database = Backends.database("migration");
  private final Database sql = new Database(database);

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private void document(String oid, String producer, String subcontractor) {
    sql.run(
        """
        insert into document (client_ref, document_oid, version, version_oid, controller, producer, subcontractor,
          unit, document_type, media_type, service_tasks, social_services, title, author, language, recorded_at,
          stored_at, content_bytes, content_sha256)
        values ('%s', '%s', 1, '%s.1', '1.2.1', %s, %s, '1.2.9', '1506.15003', 'application/xhtml+xml',
          '{OLDER_PEOPLE}', '{}', '{"fi": "a"}', '{"name": "b", "title": "c"}', 'fi', '2026-03-10T09:00:00Z',
          '2026-03-11T09:00:00Z', 1, '\\x00')
        """
            .formatted(CLIENT, oid, oid, producer, subcontractor));
  }

  @Test
  void oldRowsGetWhatHeldForThem() {
    migrate("10");
    sql.run(
        """
        insert into organisation_fact (oid, version, data) values ('1.2.1', 1, '{"ownership": "PRIVATE"}')
        """);
    document("1.2.3.1", "null", "null");
    document("1.2.3.2", "'1.2.5'", "null");
    document("1.2.3.3", "'1.2.5'", "'1.2.6'");
    migrate("latest");
    assertThat(
            sql.column(
                """
                select concat_ws(' ', processing_ground, coalesce(producer_unit, '-'),
                  coalesce(subcontractor_unit, '-'), controller_kind, phase, old, show_to_client, secrecy,
                  signature_state, sort_at = recorded_at, lead, current, cardinality(matters))
                from document order by document_oid
                """))
        .containsExactly(
            "OWN_REGISTER - - PRIVATE PHASE_2 f YES PERMANENTLY_SECRET NONE t t t 0",
            "REGISTER_USAGE_RIGHT 1.2.9 - PRIVATE PHASE_2 f YES PERMANENTLY_SECRET NONE t t t 0",
            "REGISTER_USAGE_RIGHT - 1.2.9 PRIVATE PHASE_2 f YES PERMANENTLY_SECRET NONE t t t 0");
  }
}
