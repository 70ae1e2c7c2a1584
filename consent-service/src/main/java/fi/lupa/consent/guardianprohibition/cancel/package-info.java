/** The minor cancels it, at any provider. */
@NullMarked
package fi.lupa.consent.guardianprohibition.cancel;

import org.jspecify.annotations.NullMarked;
