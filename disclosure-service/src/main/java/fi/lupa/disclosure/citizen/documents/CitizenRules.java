package fi.lupa.disclosure.citizen.documents;

import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.document.OwnDocument;
import fi.lupa.disclosure.document.ShowToClient;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import java.time.LocalDate;
import java.util.Optional;

/** What of the archive a citizen is shown of oneself (facts 10.6). */
final class CitizenRules {
  private CitizenRules() {}

  /** Why a document isn't shown; the first that applies. */
  enum Withheld {
    /** A kind of document that isn't shown online. */
    TYPE_NOT_SHOWN,
    /** The day that a professional decided hasn't come. */
    DELAYED_UNTIL,
    /** A professional has limited it (Openness Act 11 § 2, Data Protection Act 34 §). */
    LIMITED_BY_PROFESSIONAL,
    /** It concerns, or concerned, others too; nothing in it tells whose each part is. */
    THIRD_PARTY_DATA,
    /** A minor doesn't want who acts for them to see it (51 § 2). */
    NOT_AVAILABLE
  }

  static boolean isOfAge(LocalDate born, LocalDate today) {
    return RepresentationChanged.isOfAge(born, today);
  }

  /**
   * Why nothing at all is shown; the reason's code. Who acts for another gets in without informing
   * (facts 2.5).
   *
   * @param text the version of the information text in force
   */
  static Optional<String> closed(Citizen citizen, Facts facts, String text, LocalDate today) {
    LocalDate born = citizen.id().born();
    Representative by = citizen.representative();
    if (by != null) {
      return RepresentativeRules.refusal(by, born, facts, today).map(Enum::name);
    }
    return mustFirstBeInformed(born, facts, text, today)
        ? Optional.of("INFORMING_REQUIRED")
        : Optional.empty();
  }

  /**
   * An adult must know the text in force before anything is shown; a minor gets in without it
   * (facts 2.5, 10.6 row 2). Who told it makes no difference: 68 § puts the duty on the provider,
   * and one informing is for all services. An older text isn't enough: it is the law's change that
   * makes a new one.
   */
  static boolean mustFirstBeInformed(LocalDate born, Facts facts, String text, LocalDate today) {
    return isOfAge(born, today)
        && facts.informings().stream().noneMatch(told -> told.textVersion().equals(text));
  }

  static Optional<Withheld> withheld(OwnDocument own, HiddenKinds hidden, LocalDate today) {
    ShowToClient show = own.document().handling().showToClient();
    if (hidden.contains(own.document())) {
      return Optional.of(Withheld.TYPE_NOT_SHOWN);
    }
    if (show.until() != null && today.isBefore(show.until())) {
      return Optional.of(Withheld.DELAYED_UNTIL);
    }
    if (show.when() == ShowToClient.When.NO) {
      return Optional.of(Withheld.LIMITED_BY_PROFESSIONAL);
    }
    return own.shared() ? Optional.of(Withheld.THIRD_PARTY_DATA) : Optional.empty();
  }
}
