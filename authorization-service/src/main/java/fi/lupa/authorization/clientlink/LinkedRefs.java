package fi.lupa.authorization.clientlink;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import io.r2dbc.spi.Readable;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which pseudonyms stand for one person. */
@Component
public final class LinkedRefs {
  /**
   * SQL for a list of what a client's pseudonym finds, itself the parameter {@code %1$s}: an
   * identity code also what stands under the temporary identifiers linked to it, a temporary
   * identifier only its own.
   */
  public static final String FOUND_BY =
      """
      (select %1$s::uuid union all select former_ref from client_link where client_ref = %1$s and state = 'LINKED')
      """;

  private static final String LOCK =
      """
      select former_ref, client_ref from client_link
      where state = 'LINKED' and client_ref = coalesce(
        (select client_ref from client_link where former_ref = $1 and state = 'LINKED'), $1)
      order by former_ref
      for update
      """;

  private final DatabaseClient db;

  LinkedRefs(DatabaseClient db) {
    this.db = db;
  }

  /**
   * All that stand for the same person, this one too; when there are several, nobody else gets them
   * here until the transaction ends.
   */
  public Mono<Set<ClientRef>> lock(ClientRef client) {
    return db.sql(LOCK)
        .bind(0, client.value())
        .map(LinkedRefs::both)
        .all()
        .collectList()
        .map(links ->
            Stream.concat(Stream.of(client), links.stream().flatMap(Set::stream))
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static Set<ClientRef> both(Readable row) {
    return Set.of(
        new ClientRef(required(row, "former_ref", UUID.class)),
        new ClientRef(required(row, "client_ref", UUID.class)));
  }
}
