package fi.lupa.authorization.usageright.batch.receive;

/**
 * A line as it was sent.
 *
 * @param number counted from 1, empty lines too
 * @param bytes without its end; not there when there are too many
 */
@SuppressWarnings("ArrayRecordComponent") // made once and read once
record SentLine(int number, byte[] bytes, boolean tooLong) {}
