package fi.lupa.authorization.clientlink;

/** Which pseudonyms stand for one person, for the statements of others. */
public final class LinkedRefs {
  /**
   * SQL for a list of what a client's pseudonym finds, itself the parameter {@code %1$s}: an
   * identity code also what stands under the temporary identifiers linked to it, a temporary
   * identifier only its own.
   */
  public static final String FOUND_BY =
      """
      (select %1$s::uuid union all select former_ref from client_link where client_ref = %1$s and state = 'LINKED')
      """;

  private LinkedRefs() {}
}
