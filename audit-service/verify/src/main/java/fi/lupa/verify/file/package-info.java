/**
 * Reads what is to be verified: folders, addresses, exported logs, dumps; no library but the JDK.
 */
@NullMarked
package fi.lupa.verify.file;

import org.jspecify.annotations.NullMarked;
