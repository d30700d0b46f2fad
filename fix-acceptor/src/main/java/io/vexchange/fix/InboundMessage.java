package io.vexchange.fix;

import quickfix.Message;

/** A message as it comes in. */
final class InboundMessage extends Message {
    private static final long serialVersionUID = 1;

    @Override
    protected Header newHeader() {
        return new TimeHeader();
    }
}
