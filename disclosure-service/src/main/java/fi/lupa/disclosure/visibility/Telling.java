package fi.lupa.disclosure.visibility;

import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.disclosure.citizen.Words;
import fi.lupa.disclosure.decision.Possibility;
import fi.lupa.disclosure.decision.Possibility.Asker;
import fi.lupa.disclosure.decision.Possibility.Given;
import fi.lupa.disclosure.decision.Possibility.Refused;
import fi.lupa.disclosure.visibility.VisibilityAnswer.Item;
import fi.lupa.disclosure.visibility.VisibilityAnswer.Who;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells possibilities in plain language, without identifiers. */
@Component
class Telling {
  private final Words words;

  Telling(Words words) {
    this.words = words;
  }

  Item tell(Possibility one, Reader reader) {
    List<Who> who = who(one.who(), reader);
    boolean given = one.answer() instanceof Given;
    String code = one.answer() instanceof Refused refused ? refused.rule().code() : null;
    return new Item(
        who,
        unit(one),
        one.basis(),
        one.ground(),
        one.relationships(),
        one.roles(),
        given,
        code,
        words.provisions(one.answer().legalReferences()),
        sentence(one, who, code));
  }

  /** Kinds that differ in what the reader isn't told become one; their members are counted. */
  private List<Who> who(List<Asker> askers, Reader reader) {
    Map<LocalizedText, Integer> kinds = new LinkedHashMap<>();
    for (Asker asker : askers) {
      OrganisationChanged organisation = asker.organisation();
      kinds.merge(
          asker.members() == 1 && reader.mayBeNamed().test(organisation.oid())
              ? organisation.name()
              : words.visibility(organisation.sector() + "_" + organisation.ownership()),
          asker.members(),
          Integer::sum);
    }
    return kinds.entrySet().stream().map(kind -> new Who(kind.getKey(), kind.getValue())).toList();
  }

  private static @Nullable LocalizedText unit(Possibility one) {
    Oid unit = one.unit();
    return unit == null
        ? null
        : one.who().getFirst().organisation().units().stream()
            .filter(known -> known.oid().equals(unit))
            .map(OrganisationChanged.Unit::name)
            .findFirst()
            .orElse(null);
  }

  private LocalizedText sentence(Possibility one, List<Who> who, @Nullable String code) {
    Ground ground = one.ground();
    LocalizedText basis = ground == null ? words.basis(one.basis()) : words.ground(ground);
    LocalizedText phrase =
        words.visibility(
            code != null
                ? "refused"
                : ground == null || ground == Ground.PERMIT ? "given" : "givenByLaw");
    LocalizedText reason = code == null ? new LocalizedText("", "", "") : words.reason(code);
    Function<String, String> in =
        language ->
            phrase
                .in(language)
                .replace("{who}", names(who, language))
                .replace("{basis}", basis.in(language))
                .replace("{reason}", reason.in(language));
    return new LocalizedText(in.apply("fi"), in.apply("sv"), in.apply("en"));
  }

  private static String names(List<Who> who, String language) {
    return who.stream()
        .map(one ->
            one.name().in(language)
                + (one.organisations() == 1 ? "" : " (" + one.organisations() + ")"))
        .collect(Collectors.joining(", "));
  }
}
