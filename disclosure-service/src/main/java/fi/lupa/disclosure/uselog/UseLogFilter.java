package fi.lupa.disclosure.uselog;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.uselog.signal.Signal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an organisation's use log; what is absent doesn't narrow.
 *
 * @param organisation whose log it is
 * @param clients one person's references
 * @param from the first moment
 * @param to the first moment that is too late
 */
public record UseLogFilter(
    Oid organisation,
    @Nullable Set<ClientRef> clients,
    @Nullable Professional professional,
    @Nullable Oid unit,
    @Nullable Basis basis,
    @Nullable Outcome outcome,
    @Nullable Signal signal,
    @Nullable Instant from,
    @Nullable Instant to) {
  /**
   * A professional as the organisation names them.
   *
   * @param organisation whose professional it is; identifiers of two organisations may be the same
   */
  public record Professional(String id, Oid organisation) {}

  /** All of it between two moments. */
  public static UseLogFilter all(Oid organisation, @Nullable Instant from, @Nullable Instant to) {
    return new UseLogFilter(organisation, null, null, null, null, null, null, from, to);
  }

  /** What concerned one person. */
  public static UseLogFilter of(
      Oid organisation, Set<ClientRef> clients, Instant from, Instant to) {
    return new UseLogFilter(organisation, clients, null, null, null, null, null, from, to);
  }
}
