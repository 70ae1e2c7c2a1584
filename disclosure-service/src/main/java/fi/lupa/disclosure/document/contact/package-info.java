/** Contact data in documents, and their hiding for personal safety. */
@NullMarked
package fi.lupa.disclosure.document.contact;

import org.jspecify.annotations.NullMarked;
