/** Contract-checked request bodies, conditional requests and key-set paging. */
@NullMarked
package fi.lupa.platform.web;

import org.jspecify.annotations.NullMarked;
