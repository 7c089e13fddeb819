package dev.bulkhead.check.baseline;

import dev.bulkhead.check.Finding;
import dev.bulkhead.files.Digests;
import dev.bulkhead.topology.Element;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fingerprint of a finding: what stays the same as long as the finding does, wherever it stands.
 *
 * <p>It is made of the rule, the things it is about and its sentence without the places that are named in it, so that it
 * survives lines that move and files that get another name. Another subnet, port or pair is another finding.
 */
public final class Fingerprint {

    /** The name that reports give this way of making them. */
    public static final String VERSION = "bulkhead/v1";

    private static final int LENGTH = 16;

    /** A file of settings with a line and perhaps a column; a host with its port is no place. */
    private static final Pattern PLACE =
            Pattern.compile("[^\\s'\"(),;:]*(\\.(ya?ml|env|json|toml|conf|ini|cfg)|Caddyfile)(:\\d+){1,2}(?![\\w:])");

    private Fingerprint() {}

    /** Returns it as text. */
    public static String of(Finding finding) {
        String subjects = finding.subjects().stream().map(Element::text).collect(Collectors.joining(","));
        String sentence = PLACE.matcher(finding.message()).replaceAll("*");
        String all = finding.rule() + "\n" + subjects + "\n" + sentence;
        return Digests.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
    }
}
