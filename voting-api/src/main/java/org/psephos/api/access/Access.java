package org.psephos.api.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.psephos.board.order.Phase;

/**
 * Who may call an operation, and in which phases of the election. Every operation carries one; it
 * is enforced in one place, before the operation runs, and compared with the published description.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

  /** The roles that may call; empty means everyone, without a token. */
  Role[] roles() default {};

  /** The phases in which the call makes sense; empty means any. */
  Phase[] phases() default {};
}
