package fi.lupa.authorization.usageright.batch.keep;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Persons;
import fi.lupa.authorization.usageright.batch.Batches;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BatchCleanerIT extends AuthorizationIT {
  @Autowired private BatchCleaner cleaner;

  @Test
  void answersAreKeptForTheirTimeAndRightsForEver() throws Exception {
    Batches batches = new Batches(http(), calls);
    String organiser = calls.registered();
    String id =
        batches.sent(
            organiser,
            List.of(Batches.grant(Calls.grant(Persons.newIdentityCode(), calls.registered()))));
    batches.over(organiser, id);
    String right = batches.lines(organiser, id).getFirst().path("id").asString();

    daysLater(29);
    cleaner.clean().block();
    assertThat(calls.get(Batches.PATH + "/" + id, organiser).status()).isEqualTo(200);
    daysLater(2);
    assertThat(cleaner.clean().block()).isPositive();
    assertThat(calls.get(Batches.PATH + "/" + id, organiser).status()).isEqualTo(404);
    assertThat(calls.get("/v1/usage-rights/" + right, organiser).status()).isEqualTo(200);
    assertThat(
            sql().count("select count(*) from usage_right_batch_line where batch = '" + id + "'"))
        .isZero();
  }

  @Test
  void anUploadThatAKilledServiceLeftIsDeletedOnceItIsSilent() throws Exception {
    String organiser = Calls.newOid();
    sql()
        .run(
            """
            insert into usage_right_batch (id, organiser, system, state, received_at) values
              (gen_random_uuid(), '%1$s', 'silent', 'RECEIVING', '2026-11-22T09:45:00Z'),
              (gen_random_uuid(), '%1$s', 'alive', 'RECEIVING', '2026-11-22T09:59:00Z')
            """
                .formatted(organiser));
    cleaner.clean().block();
    assertThat(
            sql()
                .column(
                    "select system from usage_right_batch where organiser = '" + organiser + "'"))
        .containsExactly("alive");
  }

  @Test
  void anUploadWhoseLastLinesComeAtThatMomentStays() throws Exception {
    String organiser = Calls.newOid();
    String own = "where organiser = '" + organiser + "'";
    sql()
        .run(
            "insert into usage_right_batch (id, organiser, system, state, received_at) values "
                + "(gen_random_uuid(), '"
                + organiser
                + "', 'slow', 'RECEIVING', '2026-11-22T09:45:00Z')");
    try (Connection upload = sql().database().connect();
        Statement statement = upload.createStatement()) {
      upload.setAutoCommit(false);
      statement.execute(
          "update usage_right_batch set state = 'RECEIVED', received_at = '2026-11-22T10:00:00Z' "
              + own);
      CompletableFuture<Long> cleaning = cleaner.clean().toFuture();
      Awaitility.await()
          .until(() ->
              sql()
                      .count(
                          "select count(*) from pg_stat_activity "
                              + "where wait_event_type = 'Lock' and query like 'delete from usage_right_batch%'")
                  > 0);
      upload.commit();
      cleaning.get(10, TimeUnit.SECONDS);
    }
    assertThat(sql().count("select count(*) from usage_right_batch " + own)).isEqualTo(1);
  }

  @Test
  void aBatchThatIsNotOverStays() throws Exception {
    String organiser = Calls.newOid();
    sql()
        .run(
            "insert into usage_right_batch (id, organiser, system, state, received_at, started_at) values "
                + "(gen_random_uuid(), '"
                + organiser
                + "', 'x', 'RUNNING', now() + interval '5 years', now())");
    daysLater(100);
    cleaner.clean().block();
    assertThat(
            sql()
                .count(
                    "select count(*) from usage_right_batch where organiser = '" + organiser + "'"))
        .isEqualTo(1);
    sql().run("delete from usage_right_batch where organiser = '" + organiser + "'");
  }
}
