package fi.lupa.authorization.clientlink.link;

import fi.lupa.platform.problem.Problem;

/** Why a link can't be made; each name is a reason code. */
enum LinkRefusal {
  TEMPORARY_ID_NOT_YOURS,
  ORGANISER_NOT_READY,
  TEMPORARY_ID_LINKED;

  Problem problem() {
    return Problem.of(name());
  }
}
