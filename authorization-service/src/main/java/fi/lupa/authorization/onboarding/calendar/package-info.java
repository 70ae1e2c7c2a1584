/** Finnish holidays and working days. */
@NullMarked
package fi.lupa.authorization.onboarding.calendar;

import org.jspecify.annotations.NullMarked;
