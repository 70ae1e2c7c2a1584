package fi.lupa.disclosure.uselog.signal;

/**
 * Something that makes an access worth a look; its rule and explanation stand in {@code
 * signals/<name>.yaml}. None says that an access was unlawful.
 */
public enum Signal {
  BREAK_GLASS,
  MANY_CLIENTS,
  NIGHT,
  NO_LATER_DOCUMENT,
  SAME_SURNAME,
  SAME_ADDRESS,
  COLLEAGUE
}
