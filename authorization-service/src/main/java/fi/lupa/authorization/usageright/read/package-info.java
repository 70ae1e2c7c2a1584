/** The parties of a right read it and its history. */
@NullMarked
package fi.lupa.authorization.usageright.read;

import org.jspecify.annotations.NullMarked;
