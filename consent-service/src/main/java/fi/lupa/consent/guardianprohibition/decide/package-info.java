/** A professional's decision on what a minor asked for. */
@NullMarked
package fi.lupa.consent.guardianprohibition.decide;

import org.jspecify.annotations.NullMarked;
