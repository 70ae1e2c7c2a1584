/** What a run is told by: a Markdown file with plots beside it. */
@NullMarked
package fi.lupa.benchmark.report;

import org.jspecify.annotations.NullMarked;
