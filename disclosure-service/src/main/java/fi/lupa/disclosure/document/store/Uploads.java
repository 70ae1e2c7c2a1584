package fi.lupa.disclosure.document.store;

import fi.lupa.platform.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads the two parts of an upload: {@code metadata} up to 64 KiB and {@code content} up to 10 MiB.
 */
final class Uploads {
  private static final int LARGEST_METADATA = 64 * 1024;
  private static final int LARGEST_CONTENT = 10 * 1024 * 1024;
  private static final List<MediaType> CONTENT =
      List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_XHTML_XML);
  private static final Set<String> PARTS = Set.of("metadata", "content");

  private Uploads() {}

  static Mono<Upload> read(ServerWebExchange exchange) {
    MediaType type = exchange.getRequest().getHeaders().getContentType();
    if (type == null || !MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
      return Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED"));
    }
    return exchange
        .getMultipartData()
        .onErrorMap(Uploads::isBroken, e -> Problem.invalid("", "isn't multipart with two parts"))
        .flatMap(Uploads::parts)
        // what wasn't read to its end can't be followed by another request
        .doOnError(_ -> exchange.getResponse().getHeaders().setConnection("close"));
  }

  private static Mono<Upload> parts(MultiValueMap<String, Part> parts) {
    if (!PARTS.equals(parts.keySet()) || parts.values().stream().anyMatch(p -> p.size() != 1)) {
      return Mono.error(Problem.invalid("", "must have exactly the parts metadata and content"));
    }
    Part metadata = parts.toSingleValueMap().get("metadata");
    Part content = parts.toSingleValueMap().get("content");
    if (metadata == null || content == null) {
      return Mono.error(Problem.invalid("", "must have exactly the parts metadata and content"));
    }
    if (!isJson(metadata)) {
      return Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED"));
    }
    return mediaType(content)
        .map(mediaType ->
            Mono.zip(bytes(metadata, LARGEST_METADATA), bytes(content, LARGEST_CONTENT))
                .map(both -> new Upload(both.getT1(), both.getT2(), mediaType)))
        .orElseGet(() -> Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED")));
  }

  /** Without an end, with too many parts or with headers too long; not what is too large. */
  private static boolean isBroken(Throwable error) {
    return error instanceof DecodingException
        && !(error.getCause() instanceof DataBufferLimitException);
  }

  private static boolean isJson(Part part) {
    MediaType type = part.headers().getContentType();
    return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(type);
  }

  private static Optional<String> mediaType(Part part) {
    MediaType type = part.headers().getContentType();
    return CONTENT.stream()
        .filter(allowed -> type != null && allowed.equalsTypeAndSubtype(type))
        .map(MediaType::toString)
        .findFirst();
  }

  private static Mono<byte[]> bytes(Part part, int largest) {
    return DataBufferUtils.join(part.content(), largest)
        .map((DataBuffer buffer) -> {
          byte[] bytes = new byte[buffer.readableByteCount()];
          buffer.read(bytes);
          DataBufferUtils.release(buffer);
          return bytes;
        })
        .defaultIfEmpty(new byte[0]);
  }
}
