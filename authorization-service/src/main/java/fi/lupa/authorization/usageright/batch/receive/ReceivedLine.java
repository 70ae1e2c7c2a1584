package fi.lupa.authorization.usageright.batch.receive;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.authorization.usageright.batch.Command;
import fi.lupa.platform.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is kept: what it asks for, or what is wrong with it.
 *
 * @param ref the sender's own name of the line
 * @param violations null when nothing is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceivedLine(
    int line,
    @Nullable String ref,
    @Nullable Command command,
    @Nullable List<Violation> violations) {
  boolean isValid() {
    return command != null;
  }
}
