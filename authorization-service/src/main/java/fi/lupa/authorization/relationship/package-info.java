/** Rights that follow the national client relationship document (asiakkuusasiakirja). */
@NullMarked
package fi.lupa.authorization.relationship;

import org.jspecify.annotations.NullMarked;
