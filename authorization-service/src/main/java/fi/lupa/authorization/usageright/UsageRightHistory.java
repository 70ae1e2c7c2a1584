package fi.lupa.authorization.usageright;

import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.platform.sql.Rows;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Writes a right and its history in one statement, so that no version can be without its row there.
 */
public final class UsageRightHistory {
  /**
   * The first parameter of an act's own statement is {@code $5}; before it stand who, when and
   * what.
   */
  public static final int FIRST_PARAMETER = 4;

  private static final String APPEND =
      """
      with changed as (%s)
      insert into usage_right_version (usage_right, version, client_ref, change, producer, producer_unit, service_task,
                                       social_services, start_day, end_day, ended_at, end_reason, powers,
                                       purchase_form, purchase_contract, purchase_decision, subcontractors, changed_at,
                                       changed_by_organisation, changed_by_system)
      select id, version, client_ref, $1, producer, producer_unit, service_task,
             social_services, start_day, end_day, ended_at, end_reason, powers,
             purchase_form, purchase_contract, purchase_decision, subcontractors, $2,
             $3, $4
      from changed
      """;

  private UsageRightHistory() {}

  /** The statement for an {@code insert} or {@code update} of usage_right that returns its row. */
  public static String recording(String statement) {
    return APPEND.formatted(statement);
  }

  /** Binds what {@link #recording} added. */
  public static GenericExecuteSpec bind(
      DatabaseClient db, String sql, UsageRightChanged.Change change, Instant now, ChangedBy by) {
    return db.sql(sql)
        .bind(0, change.name())
        .bind(1, now)
        .bind(
            2,
            Rows.nullable(
                String.class, by.organisation() == null ? null : by.organisation().value()))
        .bind(3, by.system());
  }
}
