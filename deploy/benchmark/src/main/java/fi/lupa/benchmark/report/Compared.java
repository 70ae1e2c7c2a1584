package fi.lupa.benchmark.report;

/**
 * What the machine gives at most of something that Lupa can't be faster than, measured in the same
 * run.
 *
 * @param key in the names of ratios
 * @param how it was measured
 * @param meanCpuMillis its processor time per answer, over all rates that were tried; 0 when that
 *     wasn't measured
 */
public record Compared(
    String key, String name, double perSecond, String how, double meanCpuMillis) {}
