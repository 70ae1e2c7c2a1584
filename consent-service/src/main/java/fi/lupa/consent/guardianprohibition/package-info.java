/** What a minor doesn't want guardians to see (Act 703/2023 51 § 2). */
@NullMarked
package fi.lupa.consent.guardianprohibition;

import org.jspecify.annotations.NullMarked;
