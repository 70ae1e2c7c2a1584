package fi.lupa.authorization.usageright;

import fi.lupa.contracts.event.UsageRightChanged.Purchase;
import fi.lupa.platform.sql.Rows;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The columns of a right's terms, in this order: social_services, start_day, end_day, powers,
 * purchase_form, purchase_contract, purchase_decision, subcontractors.
 */
public final class TermsColumns {
  public static final int COUNT = 8;

  private TermsColumns() {}

  /** Binds them from the given parameter on. */
  public static GenericExecuteSpec bind(GenericExecuteSpec statement, int first, Terms terms) {
    Purchase purchase = terms.purchase();
    return statement
        .bind(first, terms.socialServices().toArray(String[]::new))
        .bind(first + 1, terms.start())
        .bind(first + 2, Rows.nullable(LocalDate.class, terms.end()))
        .bind(first + 3, terms.powers().stream().map(Enum::name).toArray(String[]::new))
        .bind(
            first + 4,
            Rows.nullable(String.class, purchase == null ? null : purchase.form().name()))
        .bind(first + 5, Rows.nullable(String.class, purchase == null ? null : purchase.contract()))
        .bind(first + 6, Rows.nullable(String.class, purchase == null ? null : purchase.decision()))
        .bind(first + 7, UsageRightRows.json(terms.subcontractors()));
  }
}
