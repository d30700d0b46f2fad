package io.vexchange.engine.client;

import io.vexchange.engine.model.Code;

/**
 * Why an order as entered cannot become a command.
 *
 * @param field the field at fault
 * @param code what is wrong with it
 */
public record OrderFault(OrderField field, Code code) {}
