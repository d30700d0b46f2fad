package io.vexchange.web.shape;

/** A price level of a book; a quantity of 0 in a delta means that the level has left the window. */
public record LevelShape(
        @Doc(format = "decimal", example = "99.00") String price,

        @Doc(value = "displayed", format = "decimal", example = "12")
        String quantity,

        @Doc(example = "2") int orderCount) {}
