/** Rights end by themselves: after their last day, and when one of their parties leaves. */
@NullMarked
package fi.lupa.authorization.usageright.expire;

import org.jspecify.annotations.NullMarked;
