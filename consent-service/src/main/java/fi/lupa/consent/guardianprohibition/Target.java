package fi.lupa.consent.guardianprohibition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.GuardianProhibitionChanged;

/** What guardians aren't to see. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Target.All.class, name = "ALL"),
  @JsonSubTypes.Type(value = Target.Task.class, name = "SERVICE_TASK"),
  @JsonSubTypes.Type(value = Target.Document.class, name = "DOCUMENT")
})
public sealed interface Target {
  /** Nothing of the minor's. */
  record All() implements Target {}

  /** No document of one service task, in any register. */
  record Task(ServiceTask serviceTask) implements Target {}

  /** One document in all its versions, by the OID that stays the same over them. */
  record Document(Oid document) implements Target {}

  /** The target's type as events and tables name it. */
  default GuardianProhibitionChanged.Target type() {
    return switch (this) {
      case All _ -> GuardianProhibitionChanged.Target.ALL;
      case Task _ -> GuardianProhibitionChanged.Target.SERVICE_TASK;
      case Document _ -> GuardianProhibitionChanged.Target.DOCUMENT;
    };
  }
}
