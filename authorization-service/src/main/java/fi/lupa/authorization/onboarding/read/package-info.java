/** Onboardings and what is due, for the organisation and for the operator. */
@NullMarked
package fi.lupa.authorization.onboarding.read;

import org.jspecify.annotations.NullMarked;
