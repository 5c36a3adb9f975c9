package org.tocsin.core.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a type that is no record but may be a component of one: the codec that knows its form. The
 * codec has a constructor without parameters, and its form is kept like every other.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CodedBy {
  Class<? extends Codec<?>> value();
}
