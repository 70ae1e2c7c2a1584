package fi.lupa.consent.prohibition;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.ServiceTask;

/** What a prohibition hits, and nothing else can be prohibited (59 § 1). */
public sealed interface Target {
  /** Everything in one controller's register. */
  record Controller(Oid controller) implements Target {}

  /** Everything of one service task, in all registers. */
  record Task(ServiceTask serviceTask) implements Target {}

  /** One document in all its versions, by the OID that stays the same over them. */
  record Document(Oid document) implements Target {}

  /** The target's type as events and tables name it. */
  default ProhibitionTarget type() {
    return switch (this) {
      case Controller _ -> ProhibitionTarget.CONTROLLER;
      case Task _ -> ProhibitionTarget.SERVICE_TASK;
      case Document _ -> ProhibitionTarget.DOCUMENT;
    };
  }
}
