package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.proxy.directive.CaddyfileReader;
import dev.bulkhead.proxy.directive.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Text of a Caddyfile whose sites with a host name become encrypted; every other line stays as it is. */
final class CaddyfileText {

    private static final Pattern PLAIN = Pattern.compile(
            "(?<=^|[\\s,])(?:http://([A-Za-z0-9][A-Za-z0-9.-]*)(?::80)?|([A-Za-z0-9][A-Za-z0-9.-]*):80)(?=[\\s,{]|$)");
    private static final Pattern NO_REDIRECT =
            Pattern.compile("\\s*auto_https\\s+(?:off|disable_redirects|disable_certs)\\s*(?:#.*)?");

    private final List<Directive> top;
    private final List<String> lines;
    private final Map<Integer, List<String>> after = new TreeMap<>();
    private final Set<Integer> gone = new TreeSet<>();

    CaddyfileText(String name, String text) {
        this.top = CaddyfileReader.read(name, text);
        this.lines = new ArrayList<>(List.of(text.split("\n", -1)));
    }

    /**
     * Returns the text.
     *
     * @param directives lines that every site gets
     * @param options lines of global options
     * @param addresses lines in which sites begin to the address that they get
     */
    String encrypted(List<String> directives, List<String> options, Map<Integer, String> addresses) {
        for (Directive site : top) {
            if (!site.words().isEmpty()
                    && !site.name().startsWith("(")
                    && !site.name().equals("import")) {
                encrypt(site, directives);
                Optional.ofNullable(addresses.get(site.line())).ifPresent(address -> move(site, address));
            }
        }
        List<String> head = options(options);
        List<String> written = new ArrayList<>(head);
        for (int number = 1; number <= lines.size(); number++) {
            if (!gone.contains(number)) {
                written.add(lines.get(number - 1));
            }
            written.addAll(after.getOrDefault(number, List.of()));
        }
        return String.join("\n", written);
    }

    private void encrypt(Directive site, List<String> directives) {
        int begins =
                site.nested().isEmpty() ? site.end() : site.nested().getFirst().line() - 1;
        boolean named = false;
        int brace = site.line();
        for (int number = site.line(); number <= Math.max(site.line(), Math.min(begins, lines.size())); number++) {
            String line = lines.get(number - 1);
            if (line.strip().startsWith("#")) {
                continue;
            }
            String fresh =
                    PLAIN.matcher(line).replaceAll(match -> match.group(1) == null ? match.group(2) : match.group(1));
            lines.set(number - 1, fresh);
            if (line.stripTrailing().endsWith("{")) {
                brace = number;
                break;
            }
        }
        for (String word : site.words()) {
            named |= word.replaceFirst("^https?://", "").matches("[A-Za-z0-9].*");
        }
        boolean told =
                site.nested().stream().anyMatch(directive -> directive.name().equals("tls"));
        if (named && !told && !directives.isEmpty()) {
            List<String> added = new ArrayList<>();
            directives.forEach(directive -> added.add("\t" + directive));
            after.put(brace, added);
        }
    }

    /** Gives a site another address; the lines of further ones go. */
    private void move(Directive site, String address) {
        String first = lines.get(site.line() - 1);
        String indent = first.substring(0, first.length() - first.stripLeading().length());
        int last = site.line();
        while (!lines.get(last - 1).stripTrailing().endsWith("{") && last < lines.size() && site.end() > last) {
            gone.add(++last);
        }
        lines.set(site.line() - 1, indent + address + (site.end() > site.line() ? " {" : ""));
    }

    /** Returns a block of global options, where there is none to add to. */
    private List<String> options(List<String> options) {
        List<Directive> blocks =
                top.stream().filter(directive -> directive.words().isEmpty()).toList();
        if (blocks.isEmpty()) {
            List<String> head = new ArrayList<>();
            if (!options.isEmpty()) {
                head.add("{");
                options.forEach(option -> head.add("\t" + option));
                head.add("}");
                head.add("");
            }
            return head;
        }
        Directive block = blocks.getFirst();
        for (Directive directive : block.nested()) {
            boolean stated = options.stream().anyMatch(option -> option.startsWith(directive.name() + " "));
            if (stated || NO_REDIRECT.matcher(lines.get(directive.line() - 1)).matches()) {
                gone.add(directive.line());
            }
        }
        List<String> added = new ArrayList<>();
        options.forEach(option -> added.add("\t" + option));
        after.put(block.line(), added);
        return List.of();
    }
}
