/** What happens by itself when a day has passed. */
@NullMarked
package fi.lupa.authorization.onboarding.watch;

import org.jspecify.annotations.NullMarked;
