/** Events written with the change they tell of, and relayed to Kafka in order. */
@NullMarked
package fi.lupa.platform.outbox;

import org.jspecify.annotations.NullMarked;
