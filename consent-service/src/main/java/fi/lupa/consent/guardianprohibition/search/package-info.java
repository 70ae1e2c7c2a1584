/** Reading what a minor asked for. */
@NullMarked
package fi.lupa.consent.guardianprohibition.search;

import org.jspecify.annotations.NullMarked;
