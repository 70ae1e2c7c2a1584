package fi.lupa.audit.retention;

import fi.lupa.audit.readmodel.ReadModel;
import fi.lupa.audit.tree.LogTree;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.platform.loop.Loop;
import fi.lupa.platform.sql.direct.DirectTransactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** What clears in another instance of the service on the same database. */
public final class AnotherClearing {
  private AnotherClearing() {}

  /** Not started yet. */
  public static Loop of(ApplicationContext service) {
    return new Clearing(
        service.getBean(DirectTransactions.class),
        service.getBean(ClearingStore.class),
        service.getBean(ReadModel.class),
        service.getBean(Withholdings.class),
        service.getBean(LogTree.class),
        new LogRetention(true, LogRetention.TERM, Duration.ofMillis(100)),
        service.getBean(Clock.class));
  }
}
