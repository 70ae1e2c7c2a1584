package fi.lupa.audit.notification;

import fi.lupa.contracts.ClientRef;
import java.util.List;
import java.util.UUID;

/**
 * A message to be sent.
 *
 * @param sealed the address
 * @param attempts that have failed
 * @param entries of the log that it is for
 */
record Due(
    ClientRef client,
    NotificationChannel channel,
    byte[] sealed,
    String language,
    int attempts,
    List<UUID> entries) {}
