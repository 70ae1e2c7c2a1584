/** The Kafka broker of one node, in a JVM of its own. */
@NullMarked
package fi.lupa.local.kafka;

import org.jspecify.annotations.NullMarked;
