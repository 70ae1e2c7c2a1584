package fi.lupa.consent.print;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RepresentationRole;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version of a declaration with who recorded it.
 *
 * @param by absent when it was made online
 * @param representative by which right somebody else declared it; absent when the client did
 */
record Recorded<T>(T declaration, @Nullable By by, @Nullable RepresentationRole representative) {
  /** The recorder (laatija): the provider, its unit, and the professional's name and title. */
  record By(Oid organisation, Oid unit, String name, String title) {
    /** Hidden, so that a name can't slip into a log line. */
    @Override
    public String toString() {
      return "By[hidden]";
    }
  }

  /** The organisation and the unit, none when the citizen did it. */
  static Stream<Oid> parties(@Nullable By by) {
    return by == null ? Stream.empty() : Stream.of(by.organisation(), by.unit());
  }
}
