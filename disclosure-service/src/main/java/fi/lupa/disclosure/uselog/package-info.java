/** The use log of each register, as the officers who supervise it read it (Act 703/2023 10 §). */
@NullMarked
package fi.lupa.disclosure.uselog;

import org.jspecify.annotations.NullMarked;
