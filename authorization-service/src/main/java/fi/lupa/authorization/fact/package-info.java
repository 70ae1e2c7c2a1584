/** Changes of facts: stored once, told in the outbox, put in force by the fence, then answered. */
@NullMarked
package fi.lupa.authorization.fact;

import org.jspecify.annotations.NullMarked;
