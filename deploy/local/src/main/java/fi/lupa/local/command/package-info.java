/** The commands of {@code ./lupa}, one class each. */
@NullMarked
package fi.lupa.local.command;

import org.jspecify.annotations.NullMarked;
