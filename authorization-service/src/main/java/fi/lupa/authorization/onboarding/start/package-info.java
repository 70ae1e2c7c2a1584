/** An organisation registers for deployment. */
@NullMarked
package fi.lupa.authorization.onboarding.start;

import org.jspecify.annotations.NullMarked;
