package dev.bulkhead.workspace.element;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlDocument;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.reach.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a rules file in which a service has another name: in groups and rules, not in comments and reasons. */
final class RenamedInRules {

    private static final Set<String> FLOWS = Set.of("must", "must-not", "only");

    private RenamedInRules() {}

    /**
     * Returns the text with the other name.
     *
     * @throws ComposeException if the text is no YAML, with one sentence that names the place
     */
    static String service(String text, String old, String fresh) throws ComposeException {
        List<ScalarNode> places = new ArrayList<>();
        for (YamlDocument document : YamlReader.parse(Rules.FILE, text).documents()) {
            if (document.root().resolved() instanceof MappingNode root) {
                root.value("groups").ifPresent(groups -> members(groups, places));
                root.value("rules").ifPresent(rules -> flows(rules, places));
            }
        }
        Pattern name = Pattern.compile("(?<![\\w.:-])(service:)?" + Pattern.quote(old) + "(?![\\w.-])");
        String result = text;
        for (ScalarNode place : places.reversed()) {
            String raw = text.substring(place.contentStart(), place.end());
            String renamed = name.matcher(raw)
                    .replaceAll(
                            found -> Matcher.quoteReplacement((found.group(1) == null ? "" : found.group(1)) + fresh));
            result = result.substring(0, place.contentStart()) + renamed + result.substring(place.end());
        }
        return result;
    }

    private static void members(YamlNode groups, List<ScalarNode> places) {
        if (groups.resolved() instanceof MappingNode map) {
            for (MappingEntry group : map.entries()) {
                if (group.value() instanceof SequenceNode list) {
                    list.items().stream()
                            .filter(ScalarNode.class::isInstance)
                            .forEach(item -> places.add((ScalarNode) item));
                }
            }
        }
        places.sort((a, b) -> Integer.compare(a.start(), b.start()));
    }

    private static void flows(YamlNode rules, List<ScalarNode> places) {
        if (rules.resolved() instanceof SequenceNode list) {
            for (YamlNode rule : list.items()) {
                if (rule instanceof MappingNode map) {
                    map.entries().stream()
                            .filter(entry -> FLOWS.contains(entry.name()))
                            .map(MappingEntry::value)
                            .filter(ScalarNode.class::isInstance)
                            .forEach(flow -> places.add((ScalarNode) flow));
                }
            }
        }
        places.sort((a, b) -> Integer.compare(a.start(), b.start()));
    }
}
