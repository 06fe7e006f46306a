package org.psephos.crypto.group.modp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the method that may call a forbidden signature; the comment there says why. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface AllowsForbidden {}
