package fi.lupa.acceptance.api;

import java.io.IOException;

/** No whole answer came: nobody knows what became of the request. */
public final class Unreachable extends RuntimeException {
  Unreachable(Call call, IOException cause) {
    super("no answer to " + call, cause);
  }
}
