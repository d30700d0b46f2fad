package io.vexchange.fix;

import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.InvalidMessage;
import quickfix.Message;

/** What a client with FIX 4.4's own dictionary refuses. */
final class StockDictionary {
    private static final DataDictionary DICTIONARY = load();

    private StockDictionary() {}

    private static DataDictionary load() {
        try {
            return new DataDictionary("FIX44.xml");
        } catch (final ConfigError e) {
            throw new IllegalStateException(e);
        }
    }

    static void check(final String raw) {
        try {
            final Message message = new Message();
            message.fromString(raw, DICTIONARY, true);
            DICTIONARY.validate(message);
        } catch (final InvalidMessage | IncorrectTagValue | FieldNotFound | IncorrectDataFormat e) {
            throw new AssertionError("a stock client refuses " + raw.replace(FixText.SOH, '|'), e);
        } catch (final RuntimeException e) {
            throw new AssertionError("a stock client refuses " + raw.replace(FixText.SOH, '|'), e);
        }
    }
}
