package io.vexchange.web.stream;

import java.util.List;

/** One subscription to the latest states of several instruments. */
final class GroupSlot implements Slot {
    private final List<LatestSlot> members;

    GroupSlot(final List<LatestSlot> members) {
        this.members = members;
    }

    @Override
    public String take() {
        for (final LatestSlot member : members) {
            if (member.isWaiting()) {
                return member.take();
            }
        }
        return null;
    }

    @Override
    public boolean isWaiting() {
        return members.stream().anyMatch(Slot::isWaiting);
    }

    @Override
    public void end() {
        members.forEach(Slot::end);
    }
}
