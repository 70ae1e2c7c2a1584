package fi.lupa.gateway.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/**
 * The entity tag of a file by its content, worked out once: files on the class path don't change.
 */
final class ContentTags implements Function<Resource, String> {
  private final Map<String, String> known = new ConcurrentHashMap<>();

  @Override
  public String apply(Resource file) {
    return known.computeIfAbsent(file.getDescription(), name -> tag(file));
  }

  private static String tag(Resource file) {
    try (InputStream in = file.getInputStream()) {
      return '"' + DigestUtils.md5DigestAsHex(in) + '"';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
