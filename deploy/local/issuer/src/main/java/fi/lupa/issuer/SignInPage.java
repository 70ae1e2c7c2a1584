package fi.lupa.issuer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The sign-in page: ready test persons, or any valid test code. */
final class SignInPage {
  private static final List<String> PERSONS = List.of("231179-914K", "150348-905N", "020516C903K");

  /** The parameters of an authorization request; nothing else is carried on. */
  private static final List<String> CARRIED =
      List.of(
          "response_type",
          "client_id",
          "scope",
          "state",
          "redirect_uri",
          "nonce",
          "code_challenge",
          "code_challenge_method",
          "prompt",
          "ui_locales");

  private record Texts(
      String title, String lead, String as, String code, String other, String act, String wrong) {}

  private static final Map<String, Texts> TEXTS =
      Map.of(
          "fi",
          new Texts(
              "Testitunnistautuminen",
              "Tämä sivu on olemassa vain omalla koneella kokeilua varten. Valitse testihenkilö tai anna testihenkilön henkilötunnus.",
              "Testihenkilö",
              "Henkilötunnus (yksilönumero 900–999)",
              "Sen henkilötunnus, jonka puolesta asioit",
              "Tunnistaudu",
              "Henkilötunnus ei ole kelvollinen testitunnus. Tarkista se."),
          "sv",
          new Texts(
              "Testidentifiering",
              "Den här sidan finns endast för försök på den egna datorn. Välj en testperson eller ange en testpersons personbeteckning.",
              "Testperson",
              "Personbeteckning (individnummer 900–999)",
              "Personbeteckningen för den som du företräder",
              "Identifiera dig",
              "Personbeteckningen är inte en giltig testbeteckning. Kontrollera den."),
          "en",
          new Texts(
              "Test sign-in",
              "This page exists only for trying things out on one's own machine. Choose a test person or give a test person's identity code.",
              "Test person",
              "Identity code (individual number 900–999)",
              "Identity code of the person on whose behalf you act",
              "Sign in",
              "The identity code is not a valid test code. Check it."));

  private SignInPage() {}

  /**
   * The page in fi, sv or en.
   *
   * @param forAnother whether it asks on whose behalf, too
   * @param wrongCode says so without repeating the code
   */
  static String of(
      String language, Map<String, String[]> request, boolean forAnother, boolean wrongCode) {
    Texts text = Objects.requireNonNull(TEXTS.get(language));
    return """
    <!doctype html>
    <html lang="%s">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <link rel="stylesheet" href="/sign-in.css">
    </head>
    <body>
      <main>
        <h1>%s</h1>
        <p>%s</p>
        %s
        %s
        <form method="post" action="/oauth2/authorize">
          %s
          <label for="code">%s</label>
          <input id="code" name="identity_code" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="11">
          %s
          <button type="submit">%s</button>
        </form>
      </main>
    </body>
    </html>
    """
        .formatted(
            language,
            text.title(),
            text.title(),
            text.lead(),
            wrongCode ? "<p class=\"wrong\" role=\"alert\">" + text.wrong() + "</p>" : "",
            forAnother ? "" : persons(request, text),
            carried(request),
            text.code(),
            forAnother ? other(text) : "",
            text.act());
  }

  private static String carried(Map<String, String[]> request) {
    return CARRIED.stream()
        .filter(request::containsKey)
        .map(name ->
            "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(
                    name, HtmlUtils.htmlEscape(Objects.requireNonNull(request.get(name))[0])))
        .collect(Collectors.joining("\n      "));
  }

  private static String persons(Map<String, String[]> request, Texts text) {
    String buttons =
        PERSONS.stream()
            .map(code ->
                "<button type=\"submit\" name=\"identity_code\" value=\"%s\">%s %s</button>"
                    .formatted(code, text.as(), code))
            .collect(Collectors.joining("\n      "));
    return """
    <form method="post" action="/oauth2/authorize">
      %s
      %s
    </form>
    """
        .formatted(carried(request), buttons);
  }

  private static String other(Texts text) {
    return """
    <label for="represented">%s</label>
    <input id="represented" name="represented" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="11">
    """
        .formatted(text.other());
  }
}
