package fi.lupa.authorization.onboarding;

/** A step of joining, and whose it is to take. */
public enum Step {
  /** Registered for deployment (ilmoittautuminen käyttöönottoon): the process begins. */
  REGISTERED(Side.EITHER),
  /** One task of the situation's checklist; the step is done when all of them are. */
  PREPARATION(Side.EITHER),
  SERVICE_DESCRIPTION_ACCEPTED(Side.ORGANISATION),
  /** Application (hakemus) with administrative and technical data. */
  APPLICATION_SENT(Side.ORGANISATION),
  APPLICATION_APPROVED(Side.OPERATOR),
  /** The certificate of the system; a later one takes the place of an earlier. */
  CERTIFICATE_RECORDED(Side.OPERATOR),
  /** The day of the commissioning test (käyttöönottokoe). */
  TEST_PLANNED(Side.EITHER),
  TEST_RUN(Side.ORGANISATION),
  /** The archivist's three findings; a no to any of them means a new test. */
  TEST_CHECKED(Side.ORGANISATION),
  REPORT_DELIVERED(Side.ORGANISATION),
  /** The organisation is joined and the functions are in use. */
  IN_PRODUCTION(Side.OPERATOR),
  /** Given up before production. */
  CANCELLED(Side.EITHER),
  /** The certificate ran out. */
  CERTIFICATE_EXPIRED(Side.LUPA),
  /** The organisation has left. */
  ENDED(Side.LUPA);

  /** Who takes a step: Lupa's are taken by itself. */
  public enum Side {
    ORGANISATION,
    OPERATOR,
    EITHER,
    LUPA
  }

  private final Side side;

  Step(Side side) {
    this.side = side;
  }

  Side side() {
    return side;
  }
}
