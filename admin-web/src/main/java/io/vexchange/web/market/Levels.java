package io.vexchange.web.market;

/**
 * One side of a book by price, best first. The arrays are not changed once they are here.
 *
 * @param ticks price of each level, in ticks
 * @param lots displayed quantity of each, in lots, greater than 0
 * @param orders orders of each that show a quantity
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; the arrays save an object a level
public record Levels(long[] ticks, long[] lots, int[] orders) {
    /** No level. */
    public static final Levels NONE = new Levels(new long[0], new long[0], new int[0]);

    /** @return how many there are */
    public int size() {
        return ticks.length;
    }
}
