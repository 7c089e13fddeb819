package dev.bulkhead.compose.yaml;

import java.util.Arrays;

/** Map from the parser's code point indexes to char offsets. */
final class OffsetMap {

    private final int[] surrogatePairs;

    OffsetMap(String text) {
        int[] found = new int[16];
        int count = 0;
        for (int i = 0, codePoint = 0; i < text.length(); i++, codePoint++) {
            boolean pair = Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = codePoint;
                i++;
            }
        }
        surrogatePairs = Arrays.copyOf(found, count);
    }

    /** Returns the char offset of a code point index. */
    int offset(int codePointIndex) {
        if (surrogatePairs.length == 0) {
            return codePointIndex;
        }
        int at = Arrays.binarySearch(surrogatePairs, codePointIndex);
        return codePointIndex + (at >= 0 ? at : -at - 1);
    }
}
