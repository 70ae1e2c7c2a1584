package fi.lupa.acceptance.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the tests have said that must stay inside: identity codes, names, document content.
 * PrivacyIT looks for all of it where it must not be.
 */
public final class Secrets {
  private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

  /** A professional's name as requests give it. */
  public static final String PROFESSIONAL = note("Terttu Tarkastelija-Testinen");

  /** A document's author. */
  public static final String AUTHOR = note("Laina Laatija-Testinen");

  /** Who signs documents: the launcher gave the local test signer this name. */
  public static final String SIGNER = note("Sirkku Sinetti-Testinen");

  private Secrets() {}

  /** Remembers a secret. */
  public static String note(String secret) {
    ALL.add(secret);
    return secret;
  }

  /** A new text to put into a document. */
  public static String marker() {
    return note("merkki" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
  }

  /** All so far. */
  public static Set<String> all() {
    return Set.copyOf(ALL);
  }
}
