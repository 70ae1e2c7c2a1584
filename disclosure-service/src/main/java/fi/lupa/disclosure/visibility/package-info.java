/** What-if: who could see a document now, and why, without anybody seeing it. */
@NullMarked
package fi.lupa.disclosure.visibility;

import org.jspecify.annotations.NullMarked;
