package fi.lupa.authorization.onboarding;

import static fi.lupa.authorization.onboarding.Step.APPLICATION_APPROVED;
import static fi.lupa.authorization.onboarding.Step.APPLICATION_SENT;
import static fi.lupa.authorization.onboarding.Step.CERTIFICATE_RECORDED;
import static fi.lupa.authorization.onboarding.Step.IN_PRODUCTION;
import static fi.lupa.authorization.onboarding.Step.PREPARATION;
import static fi.lupa.authorization.onboarding.Step.REGISTERED;
import static fi.lupa.authorization.onboarding.Step.REPORT_DELIVERED;
import static fi.lupa.authorization.onboarding.Step.SERVICE_DESCRIPTION_ACCEPTED;
import static fi.lupa.authorization.onboarding.Step.TEST_CHECKED;
import static fi.lupa.authorization.onboarding.Step.TEST_PLANNED;
import static fi.lupa.authorization.onboarding.Step.TEST_RUN;

import java.util.List;

/** Who joins, and to what: it decides the checklist and the steps (domain sheet 4). */
public enum Situation {
  /** A public provider joins. */
  PUBLIC(Path.WHOLE),
  /** A private provider joins. */
  PRIVATE(Path.WHOLE),
  /** One that has joined takes a new function in use: a lighter path. */
  EXTENSION(Path.LIGHTER),
  /** One that joins for documents born before joining only. */
  OLD_DOCUMENTS_ONLY(Path.WHOLE);

  private final List<Step> path;

  Situation(List<Step> path) {
    this.path = path;
  }

  /** The steps in their order; the last one ends the process. */
  public List<Step> path() {
    return path;
  }

  private static final class Path {
    static final List<Step> WHOLE =
        List.of(
            REGISTERED,
            PREPARATION,
            SERVICE_DESCRIPTION_ACCEPTED,
            APPLICATION_SENT,
            APPLICATION_APPROVED,
            CERTIFICATE_RECORDED,
            TEST_PLANNED,
            TEST_RUN,
            TEST_CHECKED,
            REPORT_DELIVERED,
            IN_PRODUCTION);

    static final List<Step> LIGHTER =
        List.of(
            REGISTERED,
            PREPARATION,
            CERTIFICATE_RECORDED,
            TEST_PLANNED,
            TEST_RUN,
            TEST_CHECKED,
            REPORT_DELIVERED,
            IN_PRODUCTION);
  }
}
