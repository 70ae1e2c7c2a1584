/**
 * Clients that go on working while parts of the system are killed, and remember every
 * acknowledgement.
 */
@NullMarked
package fi.lupa.acceptance.load;

import org.jspecify.annotations.NullMarked;
