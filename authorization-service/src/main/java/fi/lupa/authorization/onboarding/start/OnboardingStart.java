package fi.lupa.authorization.onboarding.start;

import fi.lupa.authorization.onboarding.Evidence;
import fi.lupa.authorization.onboarding.Situation;
import fi.lupa.contracts.SystemFunction;
import java.util.Set;

/** The body of a start. */
record OnboardingStart(Situation situation, Set<SystemFunction> functions, Evidence evidence) {}
