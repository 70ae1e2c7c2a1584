package fi.lupa.disclosure.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.matter.ClientRelationship.OwnWorker;
import fi.lupa.disclosure.matter.ClientRelationship.TaskPart;
import fi.lupa.disclosure.matter.ClientRelationship.UnitPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client relationship in a summary, with the document that tells it.
 *
 * @param old kept from before the archive
 * @param nonDisclosure non-disclosure for personal safety (turvakielto) is in force: the client's
 *     contact data aren't to be told on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelationshipPart(
    Oid controller,
    Oid documentOid,
    int version,
    @Nullable LocalDate started,
    @Nullable LocalDate ended,
    boolean old,
    boolean nonDisclosure,
    List<UnitPeriod> units,
    List<OwnWorker> ownWorkers,
    List<TaskPart> tasks) {

  /** With these tasks only. */
  RelationshipPart within(Predicate<@Nullable ServiceTask> wanted) {
    return new RelationshipPart(
        controller,
        documentOid,
        version,
        started,
        ended,
        old,
        nonDisclosure,
        units,
        ownWorkers,
        tasks.stream().filter(task -> wanted.test(task.serviceTask())).toList());
  }
}
