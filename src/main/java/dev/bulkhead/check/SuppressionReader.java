package dev.bulkhead.check;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.yaml.YamlComment;
import dev.bulkhead.compose.yaml.YamlComments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reader of the comments that hide findings in the text of a project's files. */
final class SuppressionReader {

    private static final String WORD = "bulkhead:";

    private static final Pattern IGNORE =
            Pattern.compile("#+\\s*bulkhead:\\s*ignore(?<rules>.*?)(?:\\s+because\\b(?<reason>.*))?", Pattern.DOTALL);

    private SuppressionReader() {}

    static List<Suppression> read(List<ComposeFile> files) {
        List<Suppression> suppressions = new ArrayList<>();
        for (ComposeFile file : files) {
            // Most files have none; they need not be looked at twice.
            if (file.text().contains(WORD)) {
                read(file, suppressions);
            }
        }
        return suppressions;
    }

    private static void read(ComposeFile file, List<Suppression> suppressions) {
        try {
            for (YamlComment comment : YamlComments.of(file.name(), file.text())) {
                Matcher matcher = IGNORE.matcher(comment.text().strip());
                if (matcher.matches()) {
                    List<String> rules = Arrays.stream(matcher.group("rules").split("[,\\s]+", -1))
                            .filter(rule -> !rule.isEmpty())
                            .toList();
                    Optional<String> reason = Optional.ofNullable(matcher.group("reason"))
                            .map(String::strip)
                            .filter(words -> !words.isEmpty());
                    suppressions.add(new Suppression(rules, reason, comment.at(), comment.about()));
                }
            }
        } catch (ComposeException unreadable) {
            // The project was read from this very text: then it has no findings to hide either.
            suppressions.clear();
        }
    }
}
