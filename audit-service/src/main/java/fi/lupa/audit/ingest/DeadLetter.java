package fi.lupa.audit.ingest;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that can't become an entry, as it came, and why. */
record DeadLetter(ConsumerRecord<byte[], byte[]> record, Refusal why) {}
