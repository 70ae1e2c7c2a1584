package fi.lupa.consent.print;

import fi.lupa.consent.informing.text.InformationText;
import fi.lupa.consent.permit.Permit;
import fi.lupa.consent.permit.Target;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.print.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The permit document (SM-1505.8): one kind's newest version. */
final class PermitPage {
  private PermitPage() {}

  /**
   * @param text what the client was told, when that version is still known
   */
  static Page of(
      Recorded<Permit> recorded,
      Optional<InformationText> text,
      Reader reader,
      Instant now,
      Speech speech) {
    Permit permit = recorded.declaration();
    Page page = new Page(speech.language(), speech.say("title." + permit.kind()));
    page.facts(facts(recorded, reader, now, speech));
    page.heading(speech.say("covers"));
    if (permit.state() != PermitState.GIVEN) {
      page.paragraph(speech.say("covers.nothing"));
    } else {
      if (permit.kind() == PermitKind.SOCIAL_CARE) {
        page.paragraph(speech.say("covers.SOCIAL_CARE"));
      } else {
        page.list(permit.targets().stream().map(target -> target(target, reader, speech)).toList());
      }
      page.paragraph(speech.say("until"));
    }
    text.ifPresent(told -> {
      page.heading(speech.say("told"));
      told.text().in(speech.language()).lines().forEach(page::paragraph);
    });
    return page;
  }

  private static Map<String, String> facts(
      Recorded<Permit> recorded, Reader reader, Instant now, Speech speech) {
    Permit permit = recorded.declaration();
    String recorder = reader.recorder(recorded.by(), speech);
    Map<String, String> facts = reader.facts(speech);
    facts.put(speech.say("state"), speech.say("state." + permit.state()));
    if (permit.givenAt() != null) {
      facts.put(speech.say("givenAt"), speech.moment(permit.givenAt()));
    }
    switch (permit.state()) {
      case GIVEN -> {}
      case REFUSED -> facts.put(speech.say("refusedAt"), speech.moment(permit.changedAt()));
      case WITHDRAWN -> facts.put(speech.say("withdrawnAt"), speech.moment(permit.changedAt()));
    }
    facts.put(speech.say("version"), String.valueOf(permit.version()));
    facts.put(speech.say("channel"), speech.say("channel." + permit.channel()));
    if (recorded.representative() != null) {
      facts.put(speech.say("representative"), speech.say("role." + recorded.representative()));
    }
    if (recorder != null) {
      facts.put(speech.say("recordedBy"), recorder);
    }
    facts.put(speech.say("textVersion"), permit.textVersion());
    facts.put(speech.say("printedAt"), speech.moment(now));
    return facts;
  }

  private static String target(Target target, Reader reader, Speech speech) {
    Oid organisation = target.recipient().organisation();
    String recipient = speech.say("recipient." + target.recipient().type());
    String what =
        Stream.concat(
                target.serviceTasks().stream().map(task -> speech.say("task." + task)),
                target.dataGroups().stream().map(group -> speech.say("group." + group)))
            .collect(Collectors.joining(", "));
    String whom =
        organisation == null
            ? recipient
            : recipient + " " + reader.organisation(organisation, speech);
    return whom + ": " + what + period(target.recordedFrom(), target.recordedTo(), speech);
  }

  private static String period(@Nullable LocalDate from, @Nullable LocalDate to, Speech speech) {
    if (from != null && to != null) {
      return "; "
          + speech.say("period.both", "from", speech.day(from)).replace("{to}", speech.day(to));
    }
    if (from != null) {
      return "; " + speech.say("period.from", "from", speech.day(from));
    }
    return to == null ? "" : "; " + speech.say("period.to", "to", speech.day(to));
  }

  /** The organisations and units that the document names. */
  static List<Oid> named(Recorded<Permit> recorded) {
    return Stream.concat(
            recorded.declaration().targets().stream()
                .flatMap(target -> Stream.ofNullable(target.recipient().organisation())),
            Recorded.parties(recorded.by()))
        .distinct()
        .toList();
  }
}
