package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.batch.Command;

/** A line that waits for its outcome. */
record PendingLine(int line, Command command) {}
