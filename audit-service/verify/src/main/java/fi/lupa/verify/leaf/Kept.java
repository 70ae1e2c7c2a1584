package fi.lupa.verify.leaf;

import java.util.List;

/**
 * What is kept of an event beside the tree.
 *
 * @param clients in whose logs it stands
 */
public record Kept(Payload payload, List<String> clients) {
  /** Copies the list. */
  public Kept {
    clients = List.copyOf(clients);
  }
}
