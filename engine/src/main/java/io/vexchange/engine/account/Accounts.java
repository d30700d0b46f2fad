package io.vexchange.engine.account;

import io.vexchange.engine.directory.NamedTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** All accounts. */
public final class Accounts {
    private static final byte[] FEES = "VEX-FEES".getBytes(StandardCharsets.US_ASCII);

    public final NamedTable<Account> table = new NamedTable<>();
    private Account fees;

    public Account get(final int id) {
        return table.get(id);
    }

    public void add(final Account account) {
        table.add(account.name, account);
        if (Arrays.equals(account.name, FEES)) {
            fees = account;
        }
    }

    /** @return the account all fees go to, or null while there is none */
    public Account fees() {
        return fees;
    }
}
