package fi.lupa.disclosure.logrequest;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.logrequest.LogAnswer.Documents;
import fi.lupa.disclosure.logrequest.LogAnswer.Item;
import fi.lupa.disclosure.logrequest.LogAnswer.Noticed;
import fi.lupa.disclosure.logrequest.LogRequest.Fee;
import fi.lupa.disclosure.logrequest.LogRequest.Verdict;
import fi.lupa.print.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** An answer, or a refusal, as a document in one language. */
final class AnswerPage {
  private final AnswerWords words;
  private final String language;

  private AnswerPage(AnswerWords words, String language) {
    this.words = words;
    this.language = language;
  }

  /**
   * @param answer to a request that is decided
   */
  static Page of(LogAnswer answer, AnswerWords words, String language) {
    return new AnswerPage(words, language).page(answer);
  }

  private Page page(LogAnswer answer) {
    RequestView.Decided decision = answer.request().decision();
    boolean refused = decision != null && decision.verdict() == Verdict.REFUSED;
    Page page = new Page(language, say(refused ? "title.refused" : "title"));
    page.facts(facts(answer.request()));
    if (!refused) {
      page.heading(say("accesses"));
      if (answer.items().isEmpty()) {
        page.paragraph(say("accesses.none"));
      } else {
        page.list(answer.items().stream().map(this::told).toList());
      }
      if (answer.next() != null) {
        page.paragraph(say("accesses.more"));
      }
      if (!answer.notices().isEmpty()) {
        page.heading(say("notices"));
        page.list(answer.notices().stream().map(this::told).toList());
      }
      page.paragraph(say("use"));
    }
    return page.paragraph(say("ombudsman"));
  }

  private Map<String, String> facts(RequestView request) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (request.controller() != null) {
      facts.put(say("controller"), in(request.controller()));
    }
    facts.put(say("receivedOn"), AnswerWords.day(request.receivedOn()));
    facts.put(
        say("period"), AnswerWords.day(request.from()) + " – " + AnswerWords.day(request.to()));
    RequestView.Decided decision = request.decision();
    if (decision != null) {
      facts.put(say("decidedOn"), AnswerWords.day(decision.decidedOn()));
      facts.put(say("decision"), say("verdict." + decision.verdict()));
      if (decision.ground() != null) {
        facts.put(say("ground"), say("ground." + decision.ground()));
      }
      if (decision.explanation() != null) {
        facts.put(say("reasons"), decision.explanation());
      }
      if (decision.fee() != null) {
        facts.put(say("fee"), fee(decision.fee()));
      }
    }
    return facts;
  }

  private String fee(Fee fee) {
    if (!fee.asked()) {
      return say("fee.waived");
    }
    String euros = Objects.requireNonNull(fee.euros());
    return (language.equals("en") ? "€" + euros : euros.replace('.', ',') + " €")
        + ". "
        + fee.costs();
  }

  private String told(Item item) {
    List<String> parts = new ArrayList<>();
    parts.add(AnswerWords.moment(item.time()) + ": " + in(item.act()) + ".");
    String where =
        in(item.organisation()) + (item.unit() == null ? "" : " (" + in(item.unit()) + ")");
    parts.add(
        (item.professional() == null
                ? where
                : item.professional().name() + ", " + in(item.professional().role()) + "; " + where)
            + ".");
    if (item.purpose() != null) {
      parts.add(say("purpose") + ": " + in(item.purpose()) + ".");
    }
    parts.add(say("ground") + ": " + in(item.ground()) + ".");
    if (item.outcome() == Outcome.DENIED) {
      parts.add(say("outcome.DENIED"));
    }
    documents(item.documents(), parts);
    return String.join(" ", parts);
  }

  private String told(Noticed notice) {
    List<String> parts = new ArrayList<>();
    parts.add(AnswerWords.day(notice.disclosedOn()) + ".");
    parts.add(
        say("recipient")
            + ": "
            + notice.recipientName()
            + ", "
            + in(notice.recipient() == null ? notice.recipientKind() : notice.recipient())
            + ".");
    parts.add(say("discloser") + ": " + notice.discloser() + ".");
    parts.add(
        say("ground")
            + ": "
            + in(notice.ground())
            + (notice.provision() == null ? "" : " (" + notice.provision() + ")")
            + ".");
    parts.add(say("purpose") + ": " + in(notice.purpose()) + ".");
    documents(notice.documents(), parts);
    if (notice.disclosed() != null) {
      parts.add(notice.disclosed());
    }
    return String.join(" ", parts);
  }

  private void documents(List<Documents> documents, List<String> parts) {
    if (!documents.isEmpty()) {
      parts.add(
          say("documents")
              + ": "
              + documents.stream()
                  .map(one -> in(one.name()) + " (" + one.count() + ")")
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  private String say(String key) {
    return in(words.phrase(key));
  }

  private String in(LocalizedText text) {
    return text.in(language);
  }
}
