package io.vexchange.web.stream;

import io.vexchange.web.shape.BalanceShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A viewer's subscription to accounts. Its frames go through the viewer's queue, none is left out. The hub's thread only. */
final class AccountSlot implements Slot {
    private final Viewer viewer;
    private final List<String> accounts;
    private final Consumer<AccountSlot> onEnd;
    private final Map<String, BalanceShape> known = new HashMap<>();
    private final List<String> held = new ArrayList<>();
    private final List<Long> heldSequences = new ArrayList<>();
    private boolean isHeld;
    private long sent;

    AccountSlot(final Viewer viewer, final List<String> accounts, final Consumer<AccountSlot> onEnd) {
        this.viewer = viewer;
        this.accounts = accounts;
        this.onEnd = onEnd;
    }

    Viewer viewer() {
        return viewer;
    }

    /** @return names, null for all */
    List<String> accounts() {
        return accounts;
    }

    boolean wants(final String account) {
        return accounts == null || accounts.contains(account);
    }

    /** From here on reports wait until {@link #release}. */
    void hold() {
        isHeld = true;
    }

    void sentThrough(final long sequence) {
        sent = Math.max(sent, sequence);
    }

    void offer(final long sequence, final String frame) {
        if (isHeld) {
            if (held.size() >= Viewer.MAX_QUEUED_FRAMES) {
                viewer.close(CloseCodes.TRY_AGAIN, "the history is behind");
                return;
            }
            held.add(frame);
            heldSequences.add(sequence);
        } else if (sequence > sent) {
            sent = sequence;
            viewer.enqueue(frame);
        }
    }

    void release() {
        isHeld = false;
        for (int i = 0; i < held.size(); i++) {
            offer(heldSequences.get(i), held.get(i));
        }
        held.clear();
        heldSequences.clear();
    }

    /** @return true when the balance differs from what was sent last */
    boolean isNews(final BalanceShape row) {
        return !row.equals(known.put(row.account() + '|' + row.asset(), row));
    }

    @Override
    public String take() {
        return null;
    }

    @Override
    public boolean isWaiting() {
        return false;
    }

    @Override
    public void end() {
        onEnd.accept(this);
    }
}
