package fi.lupa.disclosure.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A matter (asia) as its case document tells it.
 *
 * @param matter the matter's identifier (asiatunnus), an OID without {@code urn:oid:}
 * @param name what it is about, code set 1.2.246.537.6.1265
 * @param status code set 1.2.246.537.6.1501
 * @param opened null when the document doesn't say
 * @param closed its last day, null while it is open
 * @param common of several clients (yhteinen asia)
 * @param serviceTask null when the code set doesn't know the document's code
 * @param childBorn the day of birth of the youngest client, when that client was a child as the
 *     matter was opened
 */
public record ClientMatter(
    String matter,
    @Nullable Coded name,
    @Nullable Coded status,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    boolean common,
    @Nullable ServiceTask serviceTask,
    @Nullable LocalDate childBorn) {

  /** A code of a national code set with its name as the document writes it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Coded(String code, @Nullable String display) {}
}
