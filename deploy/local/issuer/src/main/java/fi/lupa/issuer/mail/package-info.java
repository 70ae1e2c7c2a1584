/**
 * Takes in the mail of a local Lupa, for one's own machine only: nothing of it is sent on.
 *
 * <p>Begins with {@link fi.lupa.issuer.mail.MailCatcher}.
 */
@NullMarked
package fi.lupa.issuer.mail;

import org.jspecify.annotations.NullMarked;
