package fi.lupa.acceptance.api;

import java.util.Map;

/** Whom a request is about. */
public sealed interface Client permits Person, TemporaryClient {
  /** How requests name the client. */
  Map<String, Object> client();
}
