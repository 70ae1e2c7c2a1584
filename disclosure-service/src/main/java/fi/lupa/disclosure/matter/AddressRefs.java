package fi.lupa.disclosure.matter;

import fi.lupa.disclosure.matter.ClientRelationship.Address;
import fi.lupa.platform.client.ClientRefs;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Addresses as keyed hashes: enough to see that two are the same, and nothing else. */
@Component
public class AddressRefs {
  private static final int BYTES = 16;

  private final ClientRefs hashes;

  AddressRefs(ClientRefs hashes) {
    this.hashes = hashes;
  }

  /** The same for one address however it is spaced and in whichever case it is written. */
  public String of(Address address) {
    String text = "address:" + plain(address.street()) + "|" + plain(address.postalCode());
    return HexFormat.of()
        .formatHex(hashes.fingerprint(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
