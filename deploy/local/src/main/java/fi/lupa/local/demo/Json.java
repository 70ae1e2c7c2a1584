package fi.lupa.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects whose members keep their order, so that what is shown reads as it was meant. */
public final class Json {

  private Json() {}

  /** An object of names and values in turn. */
  public static Map<String, Object> object(Object... namesAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** The same with texts only. */
  public static Map<String, String> texts(String... namesAndValues) {
    var object = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
