package fi.lupa.audit.notification;

import fi.lupa.contracts.LocalizedText;

/**
 * What is said: that there is something new, not what, where or about whom. It holds no link, so
 * that nobody learns to follow links in such mail, and doesn't say what kind of service this is.
 */
final class Message {
  private static final LocalizedText SUBJECT =
      new LocalizedText(
          "Lokissasi on uutta", "Det finns nytt i din logg", "There is something new in your log");
  private static final LocalizedText TEXT =
      new LocalizedText(
          "Lupa-palvelun lokissasi on uutta. Kirjaudu palveluun, niin näet sen.\n\n"
              + "Viestissä ei ole tietojasi eikä linkkejä. Voit lopettaa ilmoitukset palvelussa.\n",
          "Det finns nytt i din logg i tjänsten Lupa. Logga in i tjänsten för att se det.\n\n"
              + "Meddelandet innehåller varken uppgifter om dig eller länkar. Du kan avsluta aviseringarna i tjänsten.\n",
          "There is something new in your log in the service Lupa. Sign in to the service to see it.\n\n"
              + "This message holds no data about you and no links. You can stop these messages in the service.\n");

  private static final LocalizedText CODE_SUBJECT =
      new LocalizedText("Vahvista osoitteesi", "Bekräfta din adress", "Confirm your address");
  private static final LocalizedText CODE_TEXT =
      new LocalizedText(
          "Vahvistuskoodi Lupa-palveluun: %s\n\n"
              + "Koodi on voimassa 30 minuuttia. Ellet ole pyytänyt koodia, sinun ei tarvitse tehdä mitään: osoitteeseen ei lähetetä muuta.\n",
          "Bekräftelsekod till tjänsten Lupa: %s\n\n"
              + "Koden gäller i 30 minuter. Om du inte har begärt en kod behöver du inte göra något: inget annat skickas till adressen.\n",
          "Confirmation code for the service Lupa: %s\n\n"
              + "The code can be used for 30 minutes. If you didn't ask for it, you need not do anything: nothing else is sent to the address.\n");

  private Message() {}

  static String codeSubject(String language) {
    return CODE_SUBJECT.in(language);
  }

  static String codeText(String language, String code) {
    return CODE_TEXT.in(language).formatted(code);
  }

  static String subject(String language) {
    return SUBJECT.in(language);
  }

  static String text(String language) {
    return TEXT.in(language);
  }
}
