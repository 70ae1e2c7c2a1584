package fi.lupa.audit.notification;

import fi.lupa.contracts.Ground;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.RecordsQueried;

/** Which accesses a client wants to hear of. */
enum What {
  ALL_ACCESSES,
  /** Those that needed no permit: on a statutory ground, break-glass among them. */
  STATUTORY_ONLY;

  /** Whether an event is an access at all; permitted or not. */
  static boolean isAccess(Event event) {
    return event instanceof RecordsQueried;
  }

  /** Whether it stood on a ground that needs no permit (Act 703/2023 53, 55 and 56 §). */
  static boolean isStatutory(Event event) {
    return event instanceof RecordsQueried access
        && access.ground() != null
        && access.ground() != Ground.PERMIT;
  }
}
