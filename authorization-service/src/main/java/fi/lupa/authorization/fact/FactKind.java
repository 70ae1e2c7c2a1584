package fi.lupa.authorization.fact;

/**
 * The facts this service owns: their name for the fence, where they are read, what identifies them.
 */
public enum FactKind {
  ORGANISATION("organisation", "/v1/organisations/", "oid"),
  USAGE_RIGHT("usage-right", "/v1/usage-rights/", "id"),
  CLIENT_LINK("client-link", "/v1/client-links/", "id");

  private final String fenceName;
  private final String path;
  private final String idMember;

  FactKind(String fenceName, String path, String idMember) {
    this.fenceName = fenceName;
    this.path = path;
    this.idMember = idMember;
  }

  String fenceName() {
    return fenceName;
  }

  String url(String id) {
    return path + id;
  }

  String effectUrl(String id, long version) {
    return path + id + "/effect?version=" + version;
  }

  String idMember() {
    return idMember;
  }
}
