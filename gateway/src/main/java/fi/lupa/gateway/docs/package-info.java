/** The pages for developers: the OpenAPI files, their rendered form, the front page. */
@NullMarked
package fi.lupa.gateway.docs;

import org.jspecify.annotations.NullMarked;
