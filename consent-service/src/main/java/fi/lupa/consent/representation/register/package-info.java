/** The operator tells who may act for whom, one by one or many at once. */
@NullMarked
package fi.lupa.consent.representation.register;

import org.jspecify.annotations.NullMarked;
