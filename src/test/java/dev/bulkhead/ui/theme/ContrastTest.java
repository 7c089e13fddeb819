package dev.bulkhead.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Tint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Contrast of what is written and drawn with what is below it, in both looks: WCAG 2.2, 1.4.3 (AA, 4.5 for text of any size here)
 * and 1.4.11 (3 for marks that tell something).
 */
class ContrastTest {

    private static final Path SHEETS = Path.of("src", "main", "resources", "dev", "bulkhead", "ui");
    private static final double TEXT = 4.5;
    private static final double MARK = 3;

    private static final List<String> GROUNDS = List.of(
            "-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-color-bg-overlay", "-bh-canvas", "-bh-map");

    private record Pair(String ink, String ground, double least) {}

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsWrittenAndDrawnCanBeRead(Theme theme) throws IOException {
        Map<String, String> colours = colours(theme);
        List<String> faint = new ArrayList<>();
        for (Pair pair : pairs()) {
            double contrast = contrast(colour(colours, pair.ink()), colour(colours, pair.ground()));
            if (contrast < pair.least()) {
                faint.add(String.format(
                        Locale.ROOT, "%s on %s: %.2f of %.1f", pair.ink(), pair.ground(), contrast, pair.least()));
            }
        }
        assertThat(faint).isEmpty();
    }

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String ground : GROUNDS) {
            Stream.of("default", "muted", "subtle").forEach(ink -> pairs.add(text("-color-fg-" + ink, ground)));
            Stream.of("accent", "success", "warning", "danger")
                    .forEach(ink -> pairs.add(text("-color-" + ink + "-fg", ground)));
        }
        for (String state : List.of("accent", "success", "warning", "danger")) {
            String ground = "-color-" + state + "-subtle";
            pairs.add(text("-color-" + state + "-fg", ground));
            pairs.add(text("-color-fg-default", ground));
            pairs.add(text("-color-fg-muted", ground));
        }
        // The bar of changes: amber and red words on the accent's ground. Words of buttons on their colour.
        pairs.add(text("-color-warning-fg", "-color-accent-subtle"));
        pairs.add(text("-color-danger-fg", "-color-accent-subtle"));
        pairs.add(text("-color-fg-emphasis", "-color-accent-emphasis"));
        pairs.add(text("-color-fg-emphasis", "-color-danger-emphasis"));
        for (String token : List.of("key", "string", "variable", "comment", "number")) {
            Stream.of("-color-bg-default", "-bh-added", "-bh-removed", "-bh-hunk")
                    .forEach(ground -> pairs.add(text("-bh-yaml-" + token, ground)));
        }
        Stream.of("open", "ports", "proxy", "unknown", "blocked")
                .forEach(cell -> pairs.add(text("-color-fg-default", "-bh-reach-" + cell)));
        for (Tint tint : Tint.values()) {
            String name = tint.styleClass().substring("bh-tier-".length());
            pairs.add(text("-bh-tier-" + name, "-bh-zone-" + name));
            pairs.add(text("-bh-ink", "-bh-zone-" + name));
            pairs.add(text("-bh-quiet", "-bh-zone-" + name));
            pairs.add(new Pair("-bh-tier-" + name, "-bh-card", MARK));
        }
        for (String ink : List.of("ink", "quiet", "yes", "no", "differs-ink")) {
            pairs.add(text("-bh-" + ink, "-bh-card"));
        }
        pairs.add(text("-bh-quiet", "-bh-map"));
        pairs.add(text("-bh-exposed", "-bh-exposed-back"));
        pairs.add(text("-bh-kept", "-bh-kept-back"));
        pairs.add(text("-bh-differs-ink", "-bh-differs-back"));
        Stream.of("healthy", "running", "starting", "unhealthy", "stopped", "focus")
                .forEach(state -> pairs.add(new Pair("-bh-" + state, "-bh-card", MARK)));
        pairs.add(new Pair("-bh-focus", "-bh-map", MARK));
        return pairs;
    }

    private static Pair text(String ink, String ground) {
        return new Pair(ink, ground, TEXT);
    }

    /** Colours that a look names: those of the base, over them ours, over them those of the map. */
    private static Map<String, String> colours(Theme theme) throws IOException {
        Map<String, String> colours = new LinkedHashMap<>();
        String name = theme.name().toLowerCase(Locale.ROOT);
        try (InputStream base =
                ContrastTest.class.getResourceAsStream("/atlantafx/base/theme/primer-" + name + ".css")) {
            assertThat(base).isNotNull();
            named(new String(base.readAllBytes(), StandardCharsets.UTF_8), colours);
        }
        named(Files.readString(SHEETS.resolve("theme").resolve(name + ".css")), colours);
        String map = Files.readString(SHEETS.resolve("canvas").resolve("canvas.css"));
        Matcher rule = Pattern.compile("([^{}]+)\\{([^}]*)}").matcher(map.replaceAll("(?s)/\\*.*?\\*/", ""));
        while (rule.find()) {
            String first = rule.group(1).strip().split(",", 2)[0];
            if (first.equals(".root") || (theme == Theme.DARK && first.equals(".root.bh-dark"))) {
                named(rule.group(2), colours);
            }
        }
        return colours;
    }

    private static void named(String css, Map<String, String> colours) {
        Matcher name =
                Pattern.compile("(-(?:color|bh)-[\\w-]+)\\s*:\\s*([^;]+);").matcher(css);
        while (name.find()) {
            colours.put(name.group(1), name.group(2).strip());
        }
    }

    private static int colour(Map<String, String> colours, String name) {
        String value = colours.getOrDefault(name, "");
        for (int i = 0; value.startsWith("-") && i < 8; i++) {
            value = colours.getOrDefault(value, "");
        }
        assertThat(value).as(name).matches("#[0-9a-fA-F]{6}");
        return Integer.parseInt(value.substring(1), 16);
    }

    /** WCAG's contrast ratio of two colours, from 1 to 21. */
    private static double contrast(int one, int other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
