/** What the leaves of the log are: salted commitments to events, and notes of clearings. */
@NullMarked
package fi.lupa.verify.leaf;

import org.jspecify.annotations.NullMarked;
