/** What is built from the events alone, so that it can be built again. */
@NullMarked
package fi.lupa.audit.readmodel;

import org.jspecify.annotations.NullMarked;
