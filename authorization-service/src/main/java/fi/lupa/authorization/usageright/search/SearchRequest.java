package fi.lupa.authorization.usageright.search;

import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a search; what is null doesn't narrow it.
 *
 * @param on the day that {@code state} is meant at; null means now. Without a state, the rights
 *     that are in force for some of that day
 */
record SearchRequest(
    @Nullable ClientId client,
    @Nullable UsageRightState state,
    @Nullable LocalDate on,
    @Nullable ServiceTask serviceTask,
    @Nullable Oid organiser,
    @Nullable Oid producer,
    @Nullable Oid subcontractor,
    @Nullable Integer limit,
    @Nullable String cursor) {
  private static final UUID LAST = new UUID(-1, -1);

  SearchFilter filter(@Nullable ClientRef ref, Instant now) {
    return new SearchFilter(
        ref,
        state == null && on != null ? UsageRightState.IN_FORCE : state,
        on == null ? now : FinnishDays.beginning(on),
        on == null ? now : FinnishDays.beginning(on.plusDays(1)),
        serviceTask,
        organiser,
        producer,
        subcontractor);
  }

  int rows() {
    return limit == null ? PageRequest.DEFAULT_LIMIT : limit;
  }

  /**
   * The id that the page comes before; for the first page the last of all ids.
   *
   * @throws Problem REQUEST_INVALID when the cursor isn't of this list
   */
  UUID before() {
    if (cursor == null) {
      return LAST;
    }
    try {
      return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
    } catch (IllegalArgumentException e) {
      throw Cursor.invalid();
    }
  }
}
