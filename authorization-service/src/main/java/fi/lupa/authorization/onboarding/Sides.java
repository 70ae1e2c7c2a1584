package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.security.Caller;
import java.util.EnumSet;
import java.util.Set;

/** Whose steps a caller may take, and what it may see. */
public final class Sides {
  private static final String OPERATOR = "organisations.manage";

  private Sides() {}

  public static boolean isOperator(Caller caller) {
    return caller.may(OPERATOR);
  }

  /** The operator sees all, an organisation its own. */
  public static boolean maySee(Caller caller, Oid organisation) {
    return isOperator(caller) || caller.organisation().equals(organisation);
  }

  /** None when the caller has nothing to do with the organisation. */
  public static Set<Step.Side> of(Caller caller, Oid organisation) {
    Set<Step.Side> sides = EnumSet.noneOf(Step.Side.class);
    if (isOperator(caller)) {
      sides.add(Step.Side.OPERATOR);
    }
    if (caller.organisation().equals(organisation)) {
      sides.add(Step.Side.ORGANISATION);
    }
    if (!sides.isEmpty()) {
      sides.add(Step.Side.EITHER);
    }
    return sides;
  }
}
