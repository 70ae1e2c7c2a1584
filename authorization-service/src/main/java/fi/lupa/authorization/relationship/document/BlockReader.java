package fi.lupa.authorization.relationship.document;

import fi.lupa.authorization.relationship.document.Block.Part;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.codeset.NationalServiceTasks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the producer blocks under their service tasks. */
final class BlockReader {
  static final String END = "asiakkuuden_paattymispvm";
  private static final String START = "asiakkuuden_alkamispvm";
  private static final String UNIT = "palveluyksikon_nimi";
  private static final String DAY_NOT_VALID = "DAY_NOT_VALID";
  private static final String UNIT_UNKNOWN = "UNIT_UNKNOWN";

  private final NationalServiceTasks tasks;

  BlockReader(NationalServiceTasks tasks) {
    this.tasks = tasks;
  }

  /**
   * All blocks in the order of the document.
   *
   * @param lastDay of the whole relationship, which no block outlives
   */
  List<Block> read(JsonNode root, String at, @Nullable LocalDate lastDay, LocalDate today) {
    List<Block> all = new ArrayList<>();
    JsonNode groups = root.path("sosiaalihuollon_palvelutehtava");
    for (int i = 0; i < groups.size(); i++) {
      JsonNode producers = groups.path(i).path("palveluntuottaja");
      Optional<ServiceTask> task = task(groups.path(i).path("palvelutehtava"));
      for (int j = 0; j < producers.size(); j++) {
        String group = at + "/sosiaalihuollon_palvelutehtava/" + i;
        String pointer = group + "/palveluntuottaja/" + j;
        Block block = block(producers.path(j), pointer, task, group, lastDay, today);
        all.add(
            block instanceof Block.Unclear && isPast(producers.path(j), lastDay, today)
                ? new Block.Past(pointer)
                : block);
      }
    }
    return all;
  }

  private Optional<ServiceTask> task(JsonNode task) {
    return tasks.find(task.path("code").asString(""), task.path("display").asString(""));
  }

  private static Block block(
      JsonNode block,
      String pointer,
      Optional<ServiceTask> task,
      String group,
      @Nullable LocalDate lastDay,
      LocalDate today) {
    Oid unit = unit(block);
    ServiceTask known = task.orElse(null);
    if (unit == null) {
      return new Block.Unclear(pointer + "/" + UNIT, UNIT_UNKNOWN, known, null);
    }
    if (known == null) {
      return new Block.Unclear(group + "/palvelutehtava", "TASK_CODE_UNKNOWN", null, unit);
    }
    String wrongDay = wrongDay(block, today);
    if (wrongDay != null) {
      return new Block.Unclear(pointer + "/" + wrongDay, DAY_NOT_VALID, known, unit);
    }
    return new Block.Producer(
        pointer,
        known,
        unit,
        services(block),
        start(block),
        earlier(end(block), lastDay),
        parts(block, pointer, lastDay, today));
  }

  /** The subcontractors whose part isn't over. */
  private static List<Part> parts(
      JsonNode block, String pointer, @Nullable LocalDate lastDay, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    JsonNode all = block.path("palveluntoteuttaja");
    for (int i = 0; i < all.size(); i++) {
      if (!isPast(all.path(i), lastDay, today)) {
        parts.add(part(all.path(i), pointer + "/palveluntoteuttaja/" + i, lastDay, today));
      }
    }
    return parts;
  }

  private static Part part(
      JsonNode part, String pointer, @Nullable LocalDate lastDay, LocalDate today) {
    Oid unit = unit(part);
    if (unit == null) {
      return new Part.Unclear(pointer + "/" + UNIT, UNIT_UNKNOWN);
    }
    String wrongDay = wrongDay(part, today);
    return wrongDay == null
        ? new Part.Implementer(
            pointer, unit, services(part), start(part), earlier(end(part), lastDay))
        : new Part.Unclear(pointer + "/" + wrongDay, DAY_NOT_VALID);
  }

  /** Whether its end has come, as far as its end can be read. */
  private static boolean isPast(JsonNode block, @Nullable LocalDate lastDay, LocalDate today) {
    LocalDate end = earlier(end(block), lastDay);
    return end != null && !end.isAfter(today);
  }

  /** The member whose day can't be used. */
  private static @Nullable String wrongDay(JsonNode block, LocalDate today) {
    boolean start =
        DocumentDay.of(block.path(START).asString(""))
            .filter(day -> day.isSureBy(today))
            .isPresent();
    if (!start) {
      return START;
    }
    return block.has(END) && end(block) == null ? END : null;
  }

  private static LocalDate start(JsonNode block) {
    return DocumentDay.of(block.path(START).asString()).orElseThrow().first();
  }

  /** The first day that it may be: until then the relationship lasts for sure. */
  private static @Nullable LocalDate end(JsonNode block) {
    return DocumentDay.of(block.path(END).asString("")).map(DocumentDay::first).orElse(null);
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }

  private static List<String> services(JsonNode block) {
    return block
        .path("sosiaalipalvelu")
        .valueStream()
        .map(service -> service.path("code").asString(""))
        .distinct()
        .toList();
  }

  private static @Nullable Oid unit(JsonNode block) {
    String code = RelationshipReader.withoutUrn(block.path(UNIT).path("code").asString(""));
    return Oid.isValid(code) ? new Oid(code) : null;
  }
}
