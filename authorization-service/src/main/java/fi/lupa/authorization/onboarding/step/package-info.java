/** The organisation or the operator takes a step. */
@NullMarked
package fi.lupa.authorization.onboarding.step;

import org.jspecify.annotations.NullMarked;
