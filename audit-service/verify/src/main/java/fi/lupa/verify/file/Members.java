package fi.lupa.verify.file;

import fi.lupa.verify.note.Decimals;
import fi.lupa.verify.tree.Malformed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, of the kinds that they must have. */
record Members(Map<String, @Nullable Object> all) {

  static Members of(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // Json makes no other maps
      Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) map;
      return new Members(members);
    }
    throw new Malformed("an object is missing");
  }

  boolean has(String name) {
    return all.get(name) != null;
  }

  Members object(String name) {
    return of(all.get(name));
  }

  String text(String name) {
    if (all.get(name) instanceof String text) {
      return text;
    }
    throw new Malformed("a text is missing");
  }

  long number(String name) {
    if (all.get(name) instanceof Json.Number number) {
      return Decimals.parse(number.text());
    }
    throw new Malformed("a number is missing");
  }

  List<String> texts(String name) {
    if (all.get(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new Malformed("a list of texts is missing");
  }
}
