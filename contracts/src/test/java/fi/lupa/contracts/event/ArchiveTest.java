package fi.lupa.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ContractFiles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * Samples stand for events that are already on somebody's topic: what is committed never changes.
 * The list of their hashes is {@code events/samples/archive.sha256}; its first lines tell how to
 * add one.
 */
class ArchiveTest {
  private static final String LIST = "events/samples/archive.sha256";

  @Test
  void everySampleIsInTheArchiveAndUnchanged() {
    assertThat(found())
        .as("a sample was changed, removed or not entered; what to do stands in " + LIST)
        .containsExactlyInAnyOrderElementsOf(archived());
  }

  private static List<String> archived() {
    return ContractFiles.text(ContractFiles.at(LIST))
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .toList();
  }

  private static List<String> found() {
    return Samples.all().stream().map(one -> hash(one.data()) + "  " + one.name()).toList();
  }

  /**
   * Over the meaning, not the layout: the fields in the order of their names, without white space.
   */
  private static String hash(JsonNode data) {
    Object ordered = ContractFiles.JSON.treeToValue(data, Object.class);
    byte[] bytes =
        ContractFiles.JSON
            .writer()
            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .writeValueAsBytes(ordered);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
