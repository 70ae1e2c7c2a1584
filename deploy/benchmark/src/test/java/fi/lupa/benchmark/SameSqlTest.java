package fi.lupa.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.benchmark.SameSql.Sent;
import fi.lupa.benchmark.SameSql.Transaction;
import fi.lupa.benchmark.SameSql.Twice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameSqlTest {
  private static final String LOG =
      """
      2026-11-22 17:25:10.765 UTC [100] lupa_disclosure LOG:  statement: BEGIN READ WRITE
      2026-11-22 17:25:10.766 UTC [200] lupa_disclosure LOG:  statement: BEGIN READ WRITE
      2026-11-22 17:25:10.767 UTC [100] lupa_disclosure LOG:  execute S_1: select *
      \tfrom fact
      \twhere client_ref = $1 and note = $2 and absent is not distinct from $3
      2026-11-22 17:25:10.767 UTC [100] lupa_disclosure DETAIL:  Parameters: $1 = '00000000-0000-0000-0000-00000000000a', $2 = 'it''s
      \tso', $3 = NULL
      2026-11-22 17:25:10.768 UTC [300] lupa_audit LOG:  statement: COMMIT
      2026-11-22 17:25:10.768 UTC [200] lupa_disclosure LOG:  statement: COMMIT
      2026-11-22 17:25:10.769 UTC [100] lupa_disclosure LOG:  execute S_2: insert into access_record (id) values ($1)
      2026-11-22 17:25:10.769 UTC [100] lupa_disclosure DETAIL:  Parameters: $1 = '00000000-0000-0000-0000-0000000000ff'
      2026-11-22 17:25:10.770 UTC [100] lupa_disclosure LOG:  statement: COMMIT
      2026-11-22 17:25:10.771 UTC [100]  LOG:  checkpoint starting: time
      """;

  @Test
  void findsATransactionAmongThoseOfOtherConnections() {
    List<Transaction> found =
        SameSql.transactions(LOG, transaction -> transaction.statements().size() == 4);

    assertThat(found).hasSize(1);
    List<Sent> sent = found.getFirst().statements();
    assertThat(sent).extracting(Sent::sql).startsWith("BEGIN READ WRITE").endsWith("COMMIT");
    assertThat(sent.get(1).sql()).startsWith("select *").contains("where client_ref = $1");
    assertThat(sent.get(1).parameters())
        .containsOnlyKeys(1, 2)
        .containsEntry(1, "00000000-0000-0000-0000-00000000000a")
        .containsEntry(2, "it's\nso");
  }

  @Test
  void readsAParameterOfAnyLength() {
    String explanation = "{\"a\":\"it''s\"},".repeat(20_000);
    List<Transaction> found =
        SameSql.transactions(
            LOG.replace("0000000000ff'", "0000000000ff', $2 = '" + explanation + "'"),
            transaction -> transaction.statements().size() == 4);

    assertThat(found.getFirst().statements().get(2).parameters().get(2))
        .isEqualTo(explanation.replace("''", "'"));
  }

  @Test
  void aTransactionThatHasNotEndedIsNotThereYet() {
    String begun = LOG.substring(0, LOG.lastIndexOf("2026-11-22 17:25:10.770"));

    assertThat(SameSql.transactions(begun, transaction -> transaction.statements().size() > 2))
        .isEmpty();
  }

  @Test
  void whatIsNewEachTimeIsMadeByPostgres() {
    Pgbench.Script script = Pgbench.script(new Twice(once("01", "it's"), once("02", "it's")), "t0");

    assertThat(script.text())
        .isEqualTo(
            """
            begin;
            select * from fact where client_ref = :t0s1p1::uuid and note = :t0s1p2;
            insert into access_record (id, client_ref, absent) values (gen_random_uuid(), :t0s2p2, null);
            commit;
            """);
    assertThat(script.variables())
        .containsOnly(
            Map.entry("t0s1p1", uuid("aa")),
            Map.entry("t0s1p2", "it's"),
            Map.entry("t0s2p2", uuid("aa")));
  }

  @Test
  void twoDifferentTransactionsAreNotTheSameAct() {
    Transaction shorter = new Transaction(List.of(new Sent("begin", Map.of())));

    assertThatThrownBy(() -> Pgbench.script(new Twice(once("01", "x"), shorter), "t0"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Transaction once(String id, String note) {
    return new Transaction(
        List.of(
            new Sent("begin", Map.of()),
            new Sent(
                "select *\nfrom fact where client_ref = $1::uuid and note = $2",
                Map.of(1, uuid("aa"), 2, note)),
            new Sent(
                "insert into access_record (id, client_ref, absent) values ($1, $2, $3)",
                Map.of(1, uuid(id), 2, uuid("aa"))),
            new Sent("commit", Map.of())));
  }

  private static String uuid(String end) {
    return "00000000-0000-0000-0000-0000000000" + end;
  }
}
