/**
 * A client's request for log data to a controller, its decision, its answer and the explanation
 * that a client may ask for (Act 703/2023 11 §).
 */
@NullMarked
package fi.lupa.disclosure.logrequest;

import org.jspecify.annotations.NullMarked;
