/** Joining as a process: its steps, who takes them, what it needs, and its deadlines. */
@NullMarked
package fi.lupa.authorization.onboarding;

import org.jspecify.annotations.NullMarked;
