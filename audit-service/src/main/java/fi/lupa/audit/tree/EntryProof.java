package fi.lupa.audit.tree;

import java.util.List;

/**
 * What proves an entry of a client's log; {@code EntryProof} of {@code openapi/audit.yaml}. Tells
 * nothing that its client may not see.
 *
 * @param index the leaf's place in the log's tree
 * @param entry the leaf as it is written
 * @param path from the leaf to the checkpoint's root, in Base64
 * @param shown what the client may see of the event
 * @param salt of the commitment to that, in Base64
 */
public record EntryProof(long index, String entry, List<String> path, String shown, String salt) {}
