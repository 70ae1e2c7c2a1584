package fi.lupa.audit.entry;

import fi.lupa.audit.entry.LogEntry.Documents;
import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.audit.entry.LogEntry.Provision;
import fi.lupa.audit.party.Party;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.Requester;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry being told: a teller sets what its event has, everything else stays absent. */
final class Draft {
  private final Told<? extends Event> told;
  private final Kind kind;
  private final Words words;
  private @Nullable Outcome outcome;
  private @Nullable LocalizedText organisation;
  private @Nullable LocalizedText unit;
  private List<LocalizedText> controllers = List.of();
  private @Nullable String purpose;
  private @Nullable Basis basis;
  private @Nullable Ground ground;
  private List<Provision> legalReferences = List.of();
  private List<Documents> documents = List.of();
  private @Nullable String reasonCode;
  private @Nullable Sector source;
  private @Nullable String wideSearch;
  private @Nullable String recipient;
  private @Nullable RepresentationRole representative;

  Draft(Told<? extends Event> told, Kind kind, Words words) {
    this.told = told;
    this.kind = kind;
    this.words = words;
  }

  Draft outcome(Outcome value, @Nullable String code) {
    outcome = value;
    reasonCode = code;
    return this;
  }

  /** Why something was refused that has no outcome of its own. */
  Draft reason(@Nullable String code) {
    reasonCode = code;
    return this;
  }

  Draft by(Requester requester) {
    return by(new Party(requester.organisationName(), requester.unitName()));
  }

  Draft by(Party party) {
    organisation = party.organisation();
    unit = party.unit();
    return this;
  }

  Draft inRegisters(List<Controller> registers) {
    return inRegistersOf(registers.stream().map(Controller::name).toList());
  }

  Draft inRegistersOf(List<LocalizedText> names) {
    controllers = names;
    return this;
  }

  Draft purpose(String text) {
    purpose = text;
    return this;
  }

  Draft basis(Basis value, @Nullable Ground why) {
    basis = value;
    ground = why;
    return this;
  }

  /** Keys of {@code codesets/legal-references.yaml}. */
  Draft law(List<String> provisions) {
    legalReferences = words.provisions(provisions);
    return this;
  }

  Draft document(String type, Collection<ServiceTask> tasks, Controller controller) {
    return documents(
        List.of(
            new Documents(
                type,
                words.in(words.codes().documentType(type)),
                words.taskList(tasks),
                controller.name(),
                1)));
  }

  Draft documents(List<Documents> groups) {
    documents = groups;
    return this;
  }

  Draft source(@Nullable Sector sector) {
    source = sector;
    return this;
  }

  Draft wideSearch(@Nullable String reason) {
    wideSearch = reason;
    return this;
  }

  Draft recipient(String who) {
    recipient = who;
    return this;
  }

  Draft representative(@Nullable RepresentationRole role) {
    representative = role;
    return this;
  }

  LogEntry saying(String sentence) {
    return new LogEntry(
        told.id(),
        told.time(),
        kind,
        outcome,
        organisation,
        unit,
        controllers,
        purpose,
        basis,
        ground,
        legalReferences,
        documents,
        reasonCode,
        Grounds.reason(reasonCode, words),
        sentence,
        source,
        wideSearch,
        recipient,
        representative);
  }
}
