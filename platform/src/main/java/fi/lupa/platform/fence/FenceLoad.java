package fi.lupa.platform.fence;

import fi.lupa.platform.outbox.Envelope;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts that go in one request: no more of them, and no more bytes, than the disclosure-service
 * takes.
 *
 * @param size how many facts
 */
record FenceLoad(int size, byte[] body) {
  private static final int MOST = 100;
  private static final int MOST_BYTES = 200 * 1024;
  private static final byte[] BEGINNING = {'{', '"', 'i', 't', 'e', 'm', 's', '"', ':', '['};

  static List<FenceLoad> of(List<Envelope> envelopes, JsonMapper json) {
    List<FenceLoad> loads = new ArrayList<>();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = 0;
    for (Envelope envelope : envelopes) {
      byte[] fact = json.writeValueAsBytes(envelope);
      if (size == MOST || (size > 0 && body.size() + fact.length > MOST_BYTES)) {
        loads.add(ended(size, body));
        size = 0;
      }
      body.writeBytes(size++ == 0 ? BEGINNING : new byte[] {','});
      body.writeBytes(fact);
    }
    if (size > 0) {
      loads.add(ended(size, body));
    }
    return loads;
  }

  private static FenceLoad ended(int size, ByteArrayOutputStream body) {
    body.writeBytes(new byte[] {']', '}'});
    FenceLoad load = new FenceLoad(size, body.toByteArray());
    body.reset();
    return load;
  }
}
