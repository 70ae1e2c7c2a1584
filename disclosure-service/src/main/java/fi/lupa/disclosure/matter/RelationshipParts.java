package fi.lupa.disclosure.matter;

import fi.lupa.disclosure.matter.ClientRelationship.OwnWorker;
import fi.lupa.disclosure.matter.ClientRelationship.TaskPart;
import fi.lupa.disclosure.matter.ClientRelationship.UnitPeriod;
import java.util.List;

/** What the column {@code client_relationship.data} holds. */
public record RelationshipParts(
    List<UnitPeriod> units, List<OwnWorker> ownWorkers, List<TaskPart> tasks) {
  static RelationshipParts of(ClientRelationship told) {
    return new RelationshipParts(told.units(), told.ownWorkers(), told.tasks());
  }
}
