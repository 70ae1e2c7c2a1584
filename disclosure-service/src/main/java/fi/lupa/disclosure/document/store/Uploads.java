package fi.lupa.disclosure.document.store;

import fi.lupa.disclosure.document.signature.SignatureType;
import fi.lupa.disclosure.document.store.Upload.SignaturePart;
import fi.lupa.platform.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * Reads the parts of an upload: {@code metadata} up to 64 KiB, {@code content} up to 10 MiB and, if
 * there is one, {@code signature} up to 256 KiB.
 */
final class Uploads {
  private static final int LARGEST_METADATA = 64 * 1024;
  private static final int LARGEST_CONTENT = 10 * 1024 * 1024;
  private static final int LARGEST_SIGNATURE = 256 * 1024;
  private static final List<MediaType> CONTENT =
      List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_XHTML_XML);
  private static final Set<String> PARTS = Set.of("metadata", "content", "signature");

  private Uploads() {}

  static Mono<Upload> read(ServerWebExchange exchange) {
    MediaType type = exchange.getRequest().getHeaders().getContentType();
    if (type == null || !MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
      return Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED"));
    }
    return exchange
        .getMultipartData()
        .onErrorMap(
            Uploads::isBroken, e -> Problem.invalid("", "isn't multipart with two or three parts"))
        .flatMap(Uploads::parts)
        // what wasn't read to its end can't be followed by another request
        .doOnError(_ -> exchange.getResponse().getHeaders().setConnection("close"));
  }

  private static Mono<Upload> parts(MultiValueMap<String, Part> parts) {
    Part metadata = parts.getFirst("metadata");
    Part content = parts.getFirst("content");
    if (metadata == null
        || content == null
        || !PARTS.containsAll(parts.keySet())
        || parts.values().stream().anyMatch(part -> part.size() != 1)) {
      return Mono.error(
          Problem.invalid("", "must have the parts metadata and content, and may have signature"));
    }
    if (!isJson(metadata)) {
      return Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED"));
    }
    return mediaType(content)
        .map(mediaType ->
            Mono.zip(
                    bytes(metadata, LARGEST_METADATA),
                    bytes(content, LARGEST_CONTENT),
                    signature(parts.getFirst("signature")))
                .map(all ->
                    new Upload(all.getT1(), all.getT2(), mediaType, all.getT3().orElse(null))))
        .orElseGet(() -> Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED")));
  }

  private static Mono<Optional<SignaturePart>> signature(@Nullable Part part) {
    if (part == null) {
      return Mono.just(Optional.empty());
    }
    MediaType type = part.headers().getContentType();
    return Mono.justOrEmpty(
            Arrays.stream(SignatureType.values())
                .filter(each ->
                    type != null
                        && type.equalsTypeAndSubtype(MediaType.parseMediaType(each.mediaType())))
                .findFirst())
        .switchIfEmpty(Mono.error(() -> Problem.of("MEDIA_TYPE_UNSUPPORTED")))
        .flatMap(known ->
            bytes(part, LARGEST_SIGNATURE)
                .map(bytes -> Optional.of(new SignaturePart(known, bytes))));
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
