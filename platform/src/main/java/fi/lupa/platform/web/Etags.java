package fi.lupa.platform.web;

/** Entity tags are the version in quotes. */
public final class Etags {
  private Etags() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }
}
