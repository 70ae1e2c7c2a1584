package fi.lupa.disclosure.retention;

import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a controller's relationship and case documents tell of a client.
 *
 * @param died the client's day of death
 */
record Told(@Nullable LocalDate died, List<ToldMatter> matters) {

  /**
   * A matter as one case document tells it.
   *
   * @param serviceTask null when it isn't known: then it may be any
   * @param closed null while it is open
   * @param childBorn the birth of the child that the matter concerns, null when there is none known
   */
  record ToldMatter(
      String matter,
      @Nullable ServiceTask serviceTask,
      @Nullable LocalDate closed,
      @Nullable LocalDate childBorn) {
    boolean mayBeOf(ServiceTask task) {
      return serviceTask == null || serviceTask == task;
    }
  }

  Optional<LocalDate> death() {
    return Optional.ofNullable(died);
  }
}
