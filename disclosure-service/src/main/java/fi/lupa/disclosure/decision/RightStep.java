package fi.lupa.disclosure.decision;

import java.util.function.Predicate;

/** A condition on usage rights: those go on that meet it. */
record RightStep(Rule rule, Predicate<Holding> holds) {}
