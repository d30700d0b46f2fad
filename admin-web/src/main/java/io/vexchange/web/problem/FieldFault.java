package io.vexchange.web.problem;

/**
 * One wrong member of a request.
 *
 * @param name of the member
 * @param code stable code
 * @param detail for people
 */
public record FieldFault(String name, String code, String detail) {}
