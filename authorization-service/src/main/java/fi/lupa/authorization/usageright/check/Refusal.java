package fi.lupa.authorization.usageright.check;

import fi.lupa.platform.problem.Problem;

/** Why a right can't be so; each name is a reason code. */
public enum Refusal {
  PRODUCER_IS_ORGANISER,
  WRONG_SECTOR,
  ORGANISER_NOT_READY,
  PRODUCER_NOT_READY,
  UNIT_UNKNOWN,
  SERVICE_UNKNOWN,
  SERVICE_NOT_OF_TASK,
  END_BEFORE_START,
  END_IN_PAST,
  SUBCONTRACTOR_NOT_READY,
  SUBCONTRACTOR_OUTSIDE_RIGHT,
  RIGHT_ALREADY_ENDED,
  RIGHT_ALREADY_STARTED,
  RIGHT_OVERLAPS;

  public Problem problem() {
    return Problem.of(name());
  }
}
