package io.vexchange.engine.book;

/** All pegs of a market by their place in time, parked ones and those in the book. */
public final class PegList {
    /** Pegs of an instrument at most. */
    public static final int MAX_PEGS = 1_000;

    private final Order[] pegs = new Order[MAX_PEGS];
    private int size;

    public int size() {
        return size;
    }

    /** @return the peg that came so-manieth, from 0 */
    public Order get(final int index) {
        return pegs[index];
    }

    /** Takes a peg in by its place. */
    public void add(final Order peg) {
        final int index = indexOf(peg.place);
        System.arraycopy(pegs, index, pegs, index + 1, size - index);
        pegs[index] = peg;
        size++;
    }

    /** Forgets a peg, if it is known. */
    public void remove(final Order peg) {
        final int index = indexOf(peg.place);
        if (index < size && pegs[index] == peg) {
            System.arraycopy(pegs, index + 1, pegs, index, size - index - 1);
            pegs[--size] = null;
        }
    }

    /** Where the first is that did not come before. */
    private int indexOf(final long place) {
        int low = 0;
        int high = size;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (pegs[middle].place < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
