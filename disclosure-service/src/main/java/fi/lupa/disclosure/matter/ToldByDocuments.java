package fi.lupa.disclosure.matter;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.matter.MatterStore.Current;
import fi.lupa.platform.codeset.NationalServiceTasks;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Keeps what relationship and case documents tell as their current versions tell it. To be called
 * in the transaction that stores or voids: a newer version replaces, voiding brings back the
 * version before or forgets.
 */
@Component
public class ToldByDocuments {
  private static final String RELATIONSHIP = "1505.1";
  private static final String CASE = "1505.2";
  private static final Set<String> TELLING = Set.of(RELATIONSHIP, CASE);

  private final MatterStore store;
  private final RelationshipDocuments relationships;
  private final CaseDocuments cases;
  private final JsonMapper json;

  ToldByDocuments(MatterStore store, JsonMapper json) {
    NationalServiceTasks tasks = NationalServiceTasks.load();
    this.store = store;
    this.relationships = new RelationshipDocuments(tasks);
    this.cases = new CaseDocuments(tasks);
    this.json = json;
  }

  /**
   * Reads anew what a document tells of the client, after a change of it. Its versions may be of
   * several types: the current one's counts.
   *
   * @param documentType of its newest version
   */
  public Mono<Void> changed(ClientRef client, Oid document, String documentType, int version) {
    return version == 1 && !TELLING.contains(documentType)
        ? Mono.empty()
        : store
            .forget(client, document)
            .then(store.current(client, document))
            .filter(current -> TELLING.contains(current.documentType()))
            .flatMap(this::tell);
  }

  /** Forgets what a document told, with the document. */
  public Mono<Void> destroyed(ClientRef client, Oid document) {
    return store.forget(client, document);
  }

  private Mono<Void> tell(Current current) {
    JsonNode tree = tree(current.bytes());
    return current.documentType().equals(RELATIONSHIP)
        ? Mono.justOrEmpty(relationships.read(tree)).flatMap(told -> store.insert(current, told))
        : Mono.justOrEmpty(cases.read(tree)).flatMap(told -> store.insert(current, told));
  }

  /** What a schema let in is JSON; a schema of before may have let in anything. */
  private JsonNode tree(byte[] bytes) {
    try {
      return json.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
