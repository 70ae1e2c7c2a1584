/** The consent-service: a client's declarations of intent (tahdonilmaisut). */
@NullMarked
package fi.lupa.consent;

import org.jspecify.annotations.NullMarked;
