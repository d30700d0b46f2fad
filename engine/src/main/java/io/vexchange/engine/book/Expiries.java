package io.vexchange.engine.book;

import java.util.Arrays;

/** Live orders that end at an instant, the next one first: by time, instrument, order id. A binary heap. */
public final class Expiries {
    private Order[] heap = new Order[64];
    private int size;

    /** @return the next to end, or null */
    public Order first() {
        return size == 0 ? null : heap[0];
    }

    public int size() {
        return size;
    }

    /** Takes note of an order's instant, or that it has none any more. */
    public void update(final Order order) {
        remove(order);
        if (order.isLive() && order.expireTimeMicros != Order.ABSENT) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            place(order, size++);
            up(order);
        }
    }

    /** Forgets an order, if it is known. */
    public void remove(final Order order) {
        final int index = order.heapIndex;
        if (index < 0) {
            return;
        }
        order.heapIndex = -1;
        final Order last = heap[--size];
        heap[size] = null;
        if (last != order) {
            place(last, index);
            up(last);
            down(last);
        }
    }

    private void place(final Order order, final int index) {
        heap[index] = order;
        order.heapIndex = index;
    }

    private void up(final Order order) {
        int index = order.heapIndex;
        while (index > 0 && isBefore(order, heap[(index - 1) / 2])) {
            place(heap[(index - 1) / 2], index);
            index = (index - 1) / 2;
        }
        place(order, index);
    }

    private void down(final Order order) {
        int index = order.heapIndex;
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], order)) {
                break;
            }
            place(heap[child], index);
            index = child;
        }
        place(order, index);
    }

    private static boolean isBefore(final Order one, final Order other) {
        if (one.expireTimeMicros != other.expireTimeMicros) {
            return one.expireTimeMicros < other.expireTimeMicros;
        }
        if (one.market != other.market) {
            return one.market.instrument.id < other.market.instrument.id;
        }
        return one.id < other.id;
    }
}
