package dev.bulkhead.migrate.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String merged(String base, String ours, String theirs) {
        ThreeWayMerge.Result result = ThreeWayMerge.merge(bytes(base), bytes(ours), bytes(theirs));
        return result.merged()
                .map(merged -> new String(merged, StandardCharsets.UTF_8))
                .orElse("meet at " + result.meeting());
    }

    @Test
    void changesInDifferentPlacesAreBothThere() {
        assertThat(merged("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nd\ne\n")).isEqualTo("A\nb\nc\nd\ne\n");
        assertThat(merged("a\nb\nc\n", "a\nc\n", "x\na\nb\nc\n")).isEqualTo("x\na\nc\n");
    }

    @Test
    void theSameChangeOnBothSidesCountsOnce() {
        assertThat(merged("a\nnew\nb\nc\n", "a\nb\nc\n", "a\nb\nc\nmine\n")).isEqualTo("a\nb\nc\nmine\n");
    }

    @Test
    void changesThatOverlapOrTouchAreNotMerged() {
        assertThat(merged("a\nb\nc\n", "a\nB\nc\n", "a\nX\nc\n")).isEqualTo("meet at [2]");
        assertThat(merged("a\nb\nc\n", "a\nB\nc\n", "a\nb\nX\n")).isEqualTo("meet at [3]");
        assertThat(merged("a\nb\n", "a\nours\nb\n", "a\ntheirs\nb\n")).isEqualTo("meet at [2]");
    }

    @Test
    void oddBytesAndEndsOfLinesStayWhatTheyAre() {
        byte[] base = {'a', '\r', '\n', (byte) 0xff, 0, '\n', 'z'};
        byte[] ours = {'A', '\r', '\n', (byte) 0xff, 0, '\n', 'z'};
        byte[] theirs = {'a', '\r', '\n', (byte) 0xff, 0, '\n', (byte) 0x80};

        ThreeWayMerge.Result result = ThreeWayMerge.merge(base, ours, theirs);

        assertThat(result.meeting()).isEqualTo(List.of());
        assertThat(result.merged().orElseThrow())
                .isEqualTo(new byte[] {'A', '\r', '\n', (byte) 0xff, 0, '\n', (byte) 0x80});
    }
}
