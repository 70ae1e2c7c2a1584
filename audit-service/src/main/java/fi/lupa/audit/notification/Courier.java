package fi.lupa.audit.notification;

/** Takes a message to an address; what it can't do it throws. Blocks. */
interface Courier {
  NotificationChannel channel();

  /** Whether this deployment has such a channel. */
  boolean isThere();

  /** Whether an address is of the kind; a look at its form only. */
  boolean accepts(String address);

  /**
   * @param language fi, sv or en
   * @throws Exception when it wasn't taken
   */
  void send(String address, String language) throws Exception;
}
