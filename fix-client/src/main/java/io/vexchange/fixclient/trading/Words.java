package io.vexchange.fixclient.trading;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line into words at blanks. A word in double quotes keeps its blanks; a word that begins with # starts a comment. */
final class Words {
    private final List<String> words;
    private int next;

    private Words(final List<String> words) {
        this.words = words;
    }

    static Words of(final String line) throws SyntaxFault {
        final List<String> found = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            final char c = line.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#') {
                break;
            } else {
                at = word(line, at, found);
            }
        }
        return new Words(found);
    }

    private static int word(final String line, final int start, final List<String> found) throws SyntaxFault {
        final StringBuilder word = new StringBuilder();
        boolean quoted = false;
        int at = start;
        while (at < line.length() && (quoted || !Character.isWhitespace(line.charAt(at)))) {
            final char c = line.charAt(at++);
            if (c == '"') {
                quoted = !quoted;
            } else {
                word.append(c);
            }
        }
        if (quoted) {
            throw new SyntaxFault("a quotation mark is never closed");
        }
        found.add(word.toString());
        return at;
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** The next word without taking it, empty at the end. */
    String peek() {
        return hasNext() ? words.get(next) : "";
    }

    /** Takes the next word; {@code what} names it when there is none. */
    String take(final String what) throws SyntaxFault {
        if (!hasNext()) {
            throw new SyntaxFault(what + " is missing");
        }
        return words.get(next++);
    }

    /** Takes the next word if it is this one, whatever its case. */
    boolean takeIf(final String word) {
        if (peek().equalsIgnoreCase(word)) {
            next++;
            return true;
        }
        return false;
    }

    /** Takes all that is left, with one blank between the words. */
    String rest() {
        final String rest = String.join(" ", words.subList(next, words.size()));
        next = words.size();
        return rest;
    }

    /** Fails when something is left over. */
    void end() throws SyntaxFault {
        if (hasNext()) {
            throw new SyntaxFault("\"" + peek() + "\" is not understood here");
        }
    }
}
