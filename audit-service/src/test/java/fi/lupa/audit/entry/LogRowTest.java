package fi.lupa.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.Events;
import fi.lupa.audit.codeset.CodeSets;
import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationIds;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.contracts.event.Watermark;
import fi.lupa.platform.problem.ReasonCatalog;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an entry is found by is what the entry tells. */
class LogRowTest {
  private static final Entries ENTRIES =
      new Entries(CodeSets.load(ReasonCatalog.load()), Sentences.load());

  @Test
  void everyEntryIsFoundByWhatItTells() {
    Cases.all()
        .forEach((name, event) -> {
          LogEntry entry = tell(event);
          LogRow row = LogRow.of(event).orElseThrow();
          assertThat(row.kind()).as(name).isEqualTo(entry.kind());
          assertThat(row.basis()).as(name).isEqualTo(entry.basis());
          assertThat(named(row.organisation())).as(name).isEqualTo(entry.organisation());
          assertThat(row.tasks().stream().map(Enum::name).collect(Collectors.toSet()))
              .as(name)
              .containsAll(tasks(entry));
          if (!entry.documents().isEmpty()) {
            assertThat(row.tasks()).as(name).hasSameSizeAs(tasks(entry));
          }
        });
  }

  @Test
  void everyRegisterConcernedIsKept() {
    for (Map.Entry<String, Event> one : Cases.all().entrySet()) {
      LogEntry entry = tell(one.getValue());
      LogRow row = LogRow.of(one.getValue()).orElseThrow();
      if (entry.kind() != Kind.DECLARATION) {
        assertThat(row.controllers().stream().map(LogRowTest::named).toList())
            .as(one.getKey())
            .containsAll(entry.controllers());
      }
      assertThat(row.controllers()).as(one.getKey()).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatTheClientDidAloneIsNobodysRegister() {
    LogRow row = LogRow.of(Events.informing(Events.CLIENT, Channel.CITIZEN)).orElseThrow();

    assertThat(row.organisation()).isNull();
    assertThat(row.controllers()).isEmpty();
  }

  @Test
  void aRightConcernsTheOrganisersRegister() {
    LogRow row =
        LogRow.of(Events.right(Events.CLIENT, Change.GRANTED, null, null, null)).orElseThrow();

    assertThat(row.organisation()).isEqualTo(Events.PRODUCER);
    assertThat(row.controllers()).containsExactly(Events.COUNTY);
    assertThat(row.tasks()).hasSize(1);
  }

  /** They stand in the database: a number may be added, never moved. */
  @Test
  void theCodesAreThoseOfBefore() {
    assertThat(Stream.of(Kind.values()).limit(12).map(kind -> kind + "=" + kind.code()))
        .containsExactly(
            "ACCESS=1",
            "BREAK_GLASS=2",
            "DOCUMENT_STORED=3",
            "DOCUMENT_VOIDED=4",
            "DOCUMENT_DESTROYED=5",
            "VISIBILITY_SEARCHED=6",
            "RIGHT=7",
            "DECLARATION=8",
            "REPRESENTATION=9",
            "CLIENT_LINKED=10",
            "REPRESENTATIVE_VIEWED=11",
            "BREAK_GLASS_REVIEWED=12");
    assertThat(Arrays.stream(Kind.values()).map(Kind::code)).doesNotHaveDuplicates();
    assertThat(LogRow.code(null)).isZero();
    assertThat(Arrays.stream(Basis.values()).map(LogRow::code)).containsExactly(1, 2, 3);
    assertThat(Arrays.stream(ServiceTask.values()).map(task -> LogRow.bits(Set.of(task))))
        .containsExactly(1, 2, 4, 8, 16, 32, 64);
    assertThat(LogRow.bits(EnumSet.allOf(ServiceTask.class))).isEqualTo(127);
    assertThat(LogRow.bits(Set.of())).isZero();
  }

  @Test
  void anOrganisationHasOneIdentifierThatIsNotItsOid() {
    UUID county = OrganisationIds.of(Events.COUNTY);

    assertThat(county)
        .isEqualTo(OrganisationIds.of(new Oid(Events.COUNTY.value())))
        .isNotEqualTo(OrganisationIds.of(Events.PRODUCER));
    assertThat(county.version()).isEqualTo(8);
    assertThat(county.variant()).isEqualTo(2);
    assertThat(county.toString().replace("-", "")).doesNotContain("91000005");
  }

  @Test
  void columnsKeepTheOrderAndLeaveAPlaceForWhatIsAboutNobody() {
    LogRowColumns columns =
        LogRowColumns.of(
            List.of(
                Events.read(Events.CLIENT, 1),
                new Watermark("/x", Events.TIME),
                Events.informing(Events.CLIENT, Channel.CITIZEN)));

    UUID client = Events.CLIENT.value();
    assertThat(columns.clients()).containsExactly(client, null, client);
    assertThat(columns.kinds()).containsExactly(1, null, 8);
    assertThat(columns.bases())
        .doesNotContain((Integer) null, org.assertj.core.data.Index.atIndex(0));
    assertThat(columns.organisations()[1]).isNull();
    assertThat(columns.organisations()[2]).isNull();
    assertThat(columns.controllers()[0]).matches("\\{[0-9a-f-]{36}}");
    assertThat(columns.controllers()[1]).isNull();
    assertThat(columns.controllers()[2]).isEqualTo("{}");
    assertThat(columns.tasks()).hasSize(3);
  }

  private static Set<String> tasks(LogEntry entry) {
    return entry.documents().stream()
        .flatMap(group -> group.serviceTasks().stream())
        .map(LogEntry.Task::code)
        .collect(Collectors.toSet());
  }

  private static @Nullable LocalizedText named(@Nullable Oid organisation) {
    return Optional.ofNullable(organisation)
        .map(oid -> Cases.NAMES.at(oid, Events.TIME).organisation())
        .orElse(null);
  }

  private static LogEntry tell(Event event) {
    return ENTRIES.tell(new UUID(1, 1), Events.TIME, event, Cases.NAMES, "fi");
  }
}
