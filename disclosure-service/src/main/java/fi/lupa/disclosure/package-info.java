/**
 * The disclosure-service: the archive of documents and the only place where access to them is
 * decided.
 */
@NullMarked
package fi.lupa.disclosure;

import org.jspecify.annotations.NullMarked;
