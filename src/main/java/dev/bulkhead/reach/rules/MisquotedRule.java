package dev.bulkhead.reach.rules;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finder of a rule that is not quoted as a whole, which is no YAML: {@code must-not: "*" -> pg} or {@code must: * -> pg}. */
final class MisquotedRule {

    private static final Pattern RULE =
            Pattern.compile("(?m)^(?<before>[ \\t]*(?:-[ \\t]+)?(?:\\{[ \\t]*)?(?<kind>must|must-not|only):[ \\t]+)"
                    + "(?<flow>[^\\r\\n]*?->[^\\r\\n]*?)[ \\t]*(?:[ \\t]#[^\\r\\n]*)?$");

    /** What a text without quotes may not begin with, or not hold, in YAML. */
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[*&!|>%@`\\[{'\"].*|.*(?:: | #).*");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");

    private MisquotedRule() {}

    /** Returns what is wrong with the rules of a text that are so. */
    static List<ComposeException> in(String file, String text) {
        List<ComposeException> found = new ArrayList<>();
        Matcher rule = RULE.matcher(text);
        while (rule.find()) {
            String flow = rule.group("flow");
            boolean inBraces = rule.group("before").contains("{");
            if (!inBraces
                    && NEEDS_QUOTES.matcher(flow).matches()
                    && !QUOTED.matcher(flow).matches()) {
                int line = (int) text.substring(0, rule.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                SourceMark at = new SourceMark(file, line, rule.group("before").length() + 1);
                found.add(new ComposeException(
                        at,
                        "this rule is not quoted as a whole, as YAML wants it; write " + rule.group("kind") + ": \""
                                + flow.replaceAll("[\"'\\[\\]]", "") + "\"."));
            }
        }
        return found;
    }
}
