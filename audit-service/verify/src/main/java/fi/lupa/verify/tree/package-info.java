/** The Merkle tree of RFC 6962 and RFC 9162: hashes, growing, proofs and their verification. */
@NullMarked
package fi.lupa.verify.tree;

import org.jspecify.annotations.NullMarked;
