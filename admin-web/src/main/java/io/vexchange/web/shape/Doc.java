package io.vexchange.web.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a member of a shape is, for {@code /openapi.json}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {
    /** @return what it is, in a few words */
    String value() default "";

    /** @return an example, as it stands in JSON without quotes */
    String example() default "";

    /** @return {@code decimal}, {@code date-time} or another format; empty for none */
    String format() default "";

    /** @return whether {@code null} occurs */
    boolean nullable() default false;

    /** @return in a request: whether the member must be given */
    boolean required() default false;
}
