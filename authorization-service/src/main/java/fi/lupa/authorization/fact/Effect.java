package fi.lupa.authorization.fact;

/** Whether record queries decide by a version of a fact, or by a newer one, by now. */
public record Effect(long version, boolean effective) {}
