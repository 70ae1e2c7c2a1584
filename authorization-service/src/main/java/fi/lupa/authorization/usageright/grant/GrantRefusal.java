package fi.lupa.authorization.usageright.grant;

import fi.lupa.platform.problem.Problem;

/** Why a right can't be granted; each name is a reason code. */
enum GrantRefusal {
  PRODUCER_IS_ORGANISER,
  WRONG_SECTOR,
  ORGANISER_NOT_READY,
  PRODUCER_NOT_READY,
  UNIT_UNKNOWN,
  END_BEFORE_START,
  END_IN_PAST,
  RIGHT_OVERLAPS;

  Problem problem() {
    return Problem.of(name());
  }
}
