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

  private Message() {}

  static String subject(String language) {
    return SUBJECT.in(language);
  }

  static String text(String language) {
    return TEXT.in(language);
  }
}
