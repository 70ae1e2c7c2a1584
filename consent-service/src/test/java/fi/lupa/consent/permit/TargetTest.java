package fi.lupa.consent.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.ServiceTask;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetTest {
  @Test
  void theTasksComeInOneOrderHoweverTheyWereSent() {
    List<ServiceTask> reversed = Arrays.asList(ServiceTask.values());
    Collections.reverse(reversed);

    assertThat(target(new LinkedHashSet<>(reversed)).serviceTasks())
        .containsExactly(ServiceTask.values());
  }

  @Test
  void theTasksCannotBeChangedAfterwards() {
    assertThatThrownBy(
            () -> target(Set.of(ServiceTask.FAMILIES)).serviceTasks().add(ServiceTask.DISABILITY))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Target target(Set<ServiceTask> tasks) {
    return new Target(
        new Recipient(RecipientType.PUBLIC_HEALTH_CARE, null), tasks, null, null, Set.of());
  }
}
