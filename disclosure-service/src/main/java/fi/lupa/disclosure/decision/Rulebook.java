package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Sector;

/** The legal conditions of one period; stamped on each decision. */
public enum Rulebook {
  /** Act 703/2023 with decree 457/2024, in force since 1 January 2024. */
  ACT_703_2023;

  /** Decides a query by the facts given; the same input always gives the same answer. */
  public Verdict decide(Inquiry inquiry, Facts facts) {
    return switch (inquiry.basis()) {
      case OWN_REGISTER -> OwnRegisterRules.decide(inquiry, facts);
      case REGISTER_USAGE_RIGHT -> UsageRightRules.read(inquiry, facts);
      case DISCLOSURE ->
          isHealth(inquiry, facts)
              ? HealthDisclosureRules.decide(inquiry, facts)
              : SocialDisclosureRules.decide(inquiry, facts);
    };
  }

  private static boolean isHealth(Inquiry inquiry, Facts facts) {
    return facts
        .organisation(inquiry.organisation())
        .filter(organisation -> organisation.sector() == Sector.HEALTH)
        .isPresent();
  }
}
