/**
 * The audit-service: keeps the log of what was done with clients' data and shows each client their
 * own.
 */
@NullMarked
package fi.lupa.audit;

import org.jspecify.annotations.NullMarked;
