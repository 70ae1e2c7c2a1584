package fi.lupa.verify.note;

import fi.lupa.verify.tree.Malformed;

/** Names of keys: not empty, without spaces of any script and without a plus sign. */
final class Names {
  private Names() {}

  static String checked(String name) {
    if (name.isEmpty() || name.indexOf('+') >= 0 || name.codePoints().anyMatch(Names::isSpace)) {
      throw new Malformed("a key's name is without spaces and plus signs");
    }
    return name;
  }

  private static boolean isSpace(int character) {
    return Character.isSpaceChar(character) || Character.isWhitespace(character) || character < ' ';
  }
}
