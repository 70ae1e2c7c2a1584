/**
 * How a client is named in requests, and the pseudonym that stands for the person everywhere else.
 */
@NullMarked
package fi.lupa.platform.client;

import org.jspecify.annotations.NullMarked;
