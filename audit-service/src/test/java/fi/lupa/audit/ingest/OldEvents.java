package fi.lupa.audit.ingest;

import fi.lupa.contracts.event.Event;
import fi.lupa.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What the service told itself long ago. */
public final class OldEvents {
  private OldEvents() {}

  public static void keep(ApplicationContext service, Event event, Instant time) {
    new OwnEvents(
            service.getBean(BatchStore.class),
            service.getBean(JsonMapper.class),
            service.getBean(Ids.class),
            Clock.fixed(time, ZoneOffset.UTC))
        .keep(event)
        .block();
  }
}
