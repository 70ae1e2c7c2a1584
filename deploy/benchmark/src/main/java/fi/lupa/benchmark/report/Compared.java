package fi.lupa.benchmark.report;

/**
 * What the machine gives at most of something that Lupa can't be faster than, measured in the same
 * run.
 *
 * @param key in the names of ratios
 * @param how it was measured
 */
public record Compared(String key, String name, double perSecond, String how) {}
