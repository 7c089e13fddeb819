package dev.bulkhead.proxy.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels of one container as directives (caddy-docker-proxy {@code README.md}, Labels to Caddyfile conversion): dots are
 * nesting, a number before or after a name keeps equal names apart.
 */
public final class LabelTree {

    private static final Pattern NUMBERED = Pattern.compile("(?:\\d+_)?(.*?)(?:_\\d+)?");
    private static final Pattern WORD = Pattern.compile("\\{\\{.*?}}|\"([^\"]*)\"|`([^`]*)`|[^\\s\"`]+");

    private final Map<String, LabelTree> children = new TreeMap<>();
    private String value = "";
    private String label = "";

    private LabelTree() {}

    /**
     * Returns the sites, snippets and global options of labels: directives whose words are the value of the label.
     *
     * @param prefix what the labels begin with, usually {@code caddy}
     */
    public static List<Directive> read(Map<String, String> labels, String prefix) {
        Pattern root = Pattern.compile(Pattern.quote(prefix) + "(_\\d+)?");
        LabelTree tree = new LabelTree();
        labels.forEach((label, value) -> {
            String[] names = label.split("\\.", -1);
            if (root.matcher(names[0]).matches()) {
                LabelTree at = tree;
                for (String name : names) {
                    at = at.children.computeIfAbsent(name, n -> new LabelTree());
                    at.label = at.label.isEmpty() ? label : at.label;
                }
                at.value = value;
                at.label = label;
            }
        });
        return tree.children.values().stream()
                .map(site -> new Directive(words(site.value), site.nested(), site.label, 0, 0))
                .toList();
    }

    private List<Directive> nested() {
        List<Directive> nested = new ArrayList<>();
        children.forEach((name, child) -> {
            Matcher plain = NUMBERED.matcher(name);
            List<String> words = new ArrayList<>();
            words.add(plain.matches() && !name.startsWith("@") ? plain.group(1) : name);
            words.addAll(words(child.value));
            nested.add(new Directive(words, child.nested(), child.label, 0, 0));
        });
        return nested;
    }

    /** A template is one word, whatever blanks are in it. */
    private static List<String> words(String value) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(value);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group());
        }
        return words;
    }
}
