package fi.lupa.disclosure.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a document is kept, as the contract's {@code RetentionItem} tells it.
 *
 * @param lastDay the last day it must be kept, absent when it isn't known
 * @param why why it isn't known
 * @param destroyedAt when it was destroyed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RetentionItem(
    String documentOid,
    @Nullable String documentType,
    @Nullable Set<ServiceTask> serviceTasks,
    int versions,
    @Nullable LocalDate lastDay,
    List<String> classes,
    Time.@Nullable Why why,
    @Nullable Instant destroyedAt) {
  static RetentionItem of(Kept document, Time time) {
    return new RetentionItem(
        document.documentOid(),
        document.documentType(),
        document.serviceTasks(),
        document.versions(),
        time instanceof Time.Until until ? until.last() : null,
        time.classes(),
        time instanceof Time.NotKnown notKnown ? notKnown.why() : null,
        null);
  }
}
