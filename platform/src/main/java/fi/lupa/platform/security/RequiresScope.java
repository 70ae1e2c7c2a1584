package fi.lupa.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler's {@link Caller} or {@link Citizen} parameter: the OAuth2 scope its token must hold.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {
  String value();

  /**
   * Whether somebody else may do this for the citizen, by a token of scope {@code
   * citizen.represent}. The handler must then look at {@link Citizen#representative()}; one that
   * doesn't say so is never reached by a representative.
   */
  boolean orRepresentative() default false;
}
