package fi.lupa.disclosure.uselog;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientRefs;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * What an organisation gets to tell its clients apart by. Each has pseudonyms of its own: two that
 * lay their logs together can't find whom they have in common.
 */
@Component
public class ClientPseudonyms {
  private static final int BYTES = 16;

  private final ClientRefs clients;

  ClientPseudonyms(ClientRefs clients) {
    this.clients = clients;
  }

  /** 32 hexadecimal digits. */
  public String of(ClientRef client, Oid organisation) {
    String text = "use-log:" + organisation + ":" + client;
    return HexFormat.of()
        .formatHex(clients.fingerprint(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
  }
}
