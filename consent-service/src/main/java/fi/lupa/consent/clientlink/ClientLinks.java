package fi.lupa.consent.clientlink;

/** The linked temporary identifiers, for the statements of others. */
public final class ClientLinks {
  /** SQL that holds for the rows of client {@code $1} and of the temporary identifiers linked. */
  public static final String OF_CLIENT =
      """
      (client_ref = $1 or client_ref in (select former_ref from client_link where client_ref = $1 and linked))
      """;

  private ClientLinks() {}
}
