package fi.lupa.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler's body parameter: the name under {@code components.schemas} of the service's OpenAPI
 * file that the body must meet before it is bound. So the contract that callers read is the one
 * that is enforced.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequestSchema {
  String value();
}
