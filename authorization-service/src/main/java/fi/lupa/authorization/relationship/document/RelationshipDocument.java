package fi.lupa.authorization.relationship.document;

import fi.lupa.platform.client.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client relationship document says of rights.
 *
 * @param client empty when it names the client by nothing that can be an identifier
 * @param organiserUnit code of the organiser's unit, in the SOTE organisation register
 * @param old an old relationship that was only archived (vanha asiakkuus)
 * @param end the last day of the relationship; null while it goes on
 */
public record RelationshipDocument(
    Optional<ClientId> client,
    String organiserUnit,
    boolean old,
    @Nullable LocalDate end,
    List<Block> blocks) {
  public RelationshipDocument {
    blocks = List.copyOf(blocks);
  }

  /** Hidden, so that a client can't slip into a log line. */
  @Override
  public String toString() {
    return "RelationshipDocument[hidden]";
  }
}
