/**
 * The log's Merkle tree: every event kept is a leaf of it, its root is signed, and anybody can
 * verify it. What a leaf, a proof and a checkpoint are stands in the module {@code verify}.
 */
@NullMarked
package fi.lupa.audit.tree;

import org.jspecify.annotations.NullMarked;
