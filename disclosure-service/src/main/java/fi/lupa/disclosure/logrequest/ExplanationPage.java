package fi.lupa.disclosure.logrequest;

import fi.lupa.print.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** The client's questions about the lawfulness and the controller's opinions, in one language. */
final class ExplanationPage {
  private final AnswerWords words;
  private final String language;

  private ExplanationPage(AnswerWords words, String language) {
    this.words = words;
    this.language = language;
  }

  static Page of(RequestView request, AnswerWords words, String language) {
    return new ExplanationPage(words, language).page(request);
  }

  private Page page(RequestView request) {
    Page page = new Page(language, say("explanations"));
    Map<String, String> facts = new LinkedHashMap<>();
    if (request.controller() != null) {
      facts.put(say("controller"), request.controller().in(language));
    }
    facts.put(say("receivedOn"), AnswerWords.day(request.receivedOn()));
    page.facts(facts);
    request
        .explanations()
        .forEach(asked -> page.heading(AnswerWords.day(asked.askedOn())).facts(facts(asked)));
    return page.paragraph(say("ombudsman"));
  }

  private Map<String, String> facts(RequestView.Asked asked) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(say("question"), asked.question());
    if (asked.answeredOn() == null || asked.opinion() == null) {
      facts.put(say("opinion"), say("opinion.waits"));
      return facts;
    }
    facts.put(say("answeredOn"), AnswerWords.day(asked.answeredOn()));
    facts.put(say("opinion"), say("lawful." + asked.lawful()));
    facts.put(say("reasons"), asked.opinion());
    if (asked.measures() != null) {
      facts.put(say("measures"), asked.measures());
    }
    return facts;
  }

  private String say(String key) {
    return words.phrase(key).in(language);
  }
}
