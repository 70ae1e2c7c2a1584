package fi.lupa.disclosure.matter;

import fi.lupa.platform.codeset.NationalServiceTasks;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads case documents by the national property names (schema 1505.2). */
final class CaseDocuments {
  private static final int OF_AGE = 18;

  private final NationalServiceTasks tasks;

  CaseDocuments(NationalServiceTasks tasks) {
    this.tasks = tasks;
  }

  /** Empty when the document has no identified matter by those names. */
  Optional<ClientMatter> read(JsonNode document) {
    JsonNode root = document.path("asia_asiakirja");
    JsonNode matter = root.path("asian_tiedot");
    String identifier = Nodes.identifier(matter.path("asiatunnus"));
    if (identifier == null) {
      return Optional.empty();
    }
    JsonNode task = matter.path("palvelutehtava");
    LocalDate opened = Nodes.first(matter, "avauspaiva");
    return Optional.of(
        new ClientMatter(
            identifier,
            Nodes.coded(matter.path("nimi")),
            Nodes.coded(matter.path("tila")),
            opened,
            Nodes.last(matter, "paattymispaiva"),
            Nodes.isTrue(matter, "yhteinen_asia"),
            tasks.find(Nodes.text(task, "code"), Nodes.text(task, "display")).orElse(null),
            childBorn(root.path("asiakas"), opened)));
  }

  /** The youngest client, when not of age as the matter was opened and every birth is told. */
  private static @Nullable LocalDate childBorn(JsonNode clients, @Nullable LocalDate opened) {
    List<LocalDate> births = Nodes.all(clients, Births::of);
    return births.stream()
        .max(Comparator.naturalOrder())
        .filter(born -> births.size() == clients.size())
        .filter(born -> opened != null && opened.isBefore(born.plusYears(OF_AGE)))
        .orElse(null);
  }
}
