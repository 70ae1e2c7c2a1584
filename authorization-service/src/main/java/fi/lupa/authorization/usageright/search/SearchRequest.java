package fi.lupa.authorization.usageright.search;

import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a search; what is null doesn't narrow it. */
record SearchRequest(
    @Nullable ClientId client,
    @Nullable UsageRightState state,
    @Nullable ServiceTask serviceTask,
    @Nullable Integer limit,
    @Nullable String cursor) {
  private static final UUID LAST = new UUID(-1, -1);

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
