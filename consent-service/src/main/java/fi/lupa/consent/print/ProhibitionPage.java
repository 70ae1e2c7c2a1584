package fi.lupa.consent.print;

import fi.lupa.consent.prohibition.Prohibition;
import fi.lupa.consent.prohibition.Target;
import fi.lupa.contracts.Oid;
import fi.lupa.print.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The prohibition document (SM-1505.9): all that are in force. */
final class ProhibitionPage {
  private ProhibitionPage() {}

  static Page of(List<Recorded<Prohibition>> inForce, Reader reader, Instant now, Speech speech) {
    Map<String, String> facts = reader.facts(speech);
    facts.put(speech.say("printedAt"), speech.moment(now));
    Page page =
        new Page(speech.language(), speech.say("title.PROHIBITIONS"))
            .facts(facts)
            .heading(speech.say("inForce"));
    return (inForce.isEmpty()
            ? page.paragraph(speech.say("inForce.none"))
            : page.list(inForce.stream().map(one -> line(one, reader, speech)).toList()))
        .paragraph(speech.say("limits"));
  }

  private static String line(Recorded<Prohibition> recorded, Reader reader, Speech speech) {
    Prohibition prohibition = recorded.declaration();
    Target target = prohibition.target();
    String recorder = reader.recorder(recorded.by(), speech);
    return Stream.of(
            speech.say("prohibition." + target.type(), "what", what(target, reader, speech)),
            speech.say("setAt") + " " + speech.moment(prohibition.setAt()),
            speech.say("channel." + prohibition.channel()),
            recorded.representative() == null
                ? ""
                : speech.say("representative")
                    + ": "
                    + speech.say("role." + recorded.representative()),
            recorder == null ? "" : speech.say("recordedBy") + ": " + recorder)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String what(Target target, Reader reader, Speech speech) {
    return switch (target) {
      case Target.Controller(Oid controller) -> reader.organisation(controller, speech);
      case Target.Task(var task) -> speech.say("task." + task);
      case Target.Document(Oid document) -> reader.document(document);
    };
  }

  /** The organisations and units that the document names. */
  static List<Oid> named(List<Recorded<Prohibition>> inForce) {
    return inForce.stream()
        .flatMap(one ->
            Stream.concat(
                one.declaration().target() instanceof Target.Controller(Oid controller)
                    ? Stream.of(controller)
                    : Stream.empty(),
                Recorded.parties(one.by())))
        .distinct()
        .toList();
  }
}
