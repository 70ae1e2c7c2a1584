package fi.lupa.audit.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places such as {@code {who}}, which are looked for only once. */
final class Phrase {
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

  private final String key;
  private final List<String> before;
  private final List<String> places;
  private final String end;

  private Phrase(String key, List<String> before, List<String> places, String end) {
    this.key = key;
    this.before = List.copyOf(before);
    this.places = List.copyOf(places);
    this.end = end;
  }

  static Phrase of(String key, String text) {
    List<String> before = new ArrayList<>();
    List<String> places = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      before.add(text.substring(from, place.start()));
      places.add(place.group(1));
      from = place.end();
    }
    return new Phrase(key, before, places, text.substring(from));
  }

  /**
   * @throws IllegalArgumentException when an argument is missing
   */
  String with(Map<String, String> arguments) {
    if (places.isEmpty()) {
      return end;
    }
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < places.size(); n++) {
      String value = arguments.get(places.get(n));
      if (value == null) {
        throw new IllegalArgumentException("phrase " + key + " lacks " + places.get(n));
      }
      text.append(before.get(n)).append(value);
    }
    return text.append(end).toString();
  }
}
