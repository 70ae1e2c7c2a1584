package fi.lupa.authorization.relationship;

import fi.lupa.contracts.Oid;
import java.util.List;

/**
 * What came of a version of a document: the blocks in its order, then rights it doesn't tell of.
 */
record ImportAnswer(Oid documentOid, long version, List<BlockAnswer> items) {}
