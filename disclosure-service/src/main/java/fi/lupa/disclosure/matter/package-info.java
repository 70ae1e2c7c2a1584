/**
 * What client relationship documents (asiakkuusasiakirja, 1505.1) and case documents
 * (asia-asiakirja, 1505.2) tell of a client, read when they are stored.
 */
@NullMarked
package fi.lupa.disclosure.matter;

import org.jspecify.annotations.NullMarked;
