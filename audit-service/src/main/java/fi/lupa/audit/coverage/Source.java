package fi.lupa.audit.coverage;

import fi.lupa.contracts.event.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who tells the log what happened. */
public enum Source {
  AUTHORIZATION(Topics.AUTHORIZATION),
  CONSENT(Topics.CONSENT),
  DISCLOSURE(Topics.DISCLOSURE);

  private static final Map<String, Source> BY_TOPIC =
      Arrays.stream(values()).collect(Collectors.toMap(Source::topic, Function.identity()));

  private final String topic;

  Source(String topic) {
    this.topic = topic;
  }

  public String topic() {
    return topic;
  }

  /**
   * @throws IllegalArgumentException when no source tells through that topic
   */
  public static Source of(String topic) {
    Source source = BY_TOPIC.get(topic);
    if (source == null) {
      throw new IllegalArgumentException("no source has that topic");
    }
    return source;
  }
}
