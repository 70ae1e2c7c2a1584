/** Facts followed from Kafka, and the readiness that waits for them. */
@NullMarked
package fi.lupa.disclosure.fact.follow;

import org.jspecify.annotations.NullMarked;
