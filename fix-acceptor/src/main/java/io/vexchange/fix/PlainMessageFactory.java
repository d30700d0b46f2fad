package io.vexchange.fix;

import quickfix.Group;
import quickfix.Message;
import quickfix.MessageFactory;
import quickfix.field.ApplVerID;
import quickfix.field.MsgType;

/** Plain messages only: no generated class is loaded or searched for on the way of an order. */
public final class PlainMessageFactory implements MessageFactory {
    @Override
    public Message create(final String beginString, final String msgType) {
        final Message message = new InboundMessage();
        message.getHeader().setString(MsgType.FIELD, msgType);
        return message;
    }

    @Override
    public Message create(final String beginString, final ApplVerID applVerId, final String msgType) {
        return create(beginString, msgType);
    }

    @Override
    public Group create(final String beginString, final String msgType, final int correspondingFieldId) {
        return new Group(correspondingFieldId, 0);
    }
}
