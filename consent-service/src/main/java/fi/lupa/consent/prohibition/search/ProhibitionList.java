package fi.lupa.consent.prohibition.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.consent.prohibition.ProhibitionView;
import fi.lupa.platform.web.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a client's prohibitions; {@code next} is the cursor of the page after, null on the
 * last.
 */
record ProhibitionList(
    List<ProhibitionView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {
  /**
   * @param found one more than the page holds, when there is more
   */
  static ProhibitionList of(List<ProhibitionView> found, int limit) {
    List<ProhibitionView> page = found.subList(0, Math.min(limit, found.size()));
    return new ProhibitionList(
        page, found.size() > limit ? Cursor.encode(page.getLast().id()) : null);
  }
}
