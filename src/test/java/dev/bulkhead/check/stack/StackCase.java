package dev.bulkhead.check.stack;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small project with one key whose fate in a stack is known.
 *
 * @param name what it is about
 * @param files its files by name; {@code compose.yaml} is one of them
 * @param found what has to be found: {@code refuses network_mode of the service web}, as findings begin
 * @param proof how a real deployment shows that it is so
 */
record StackCase(String name, Map<String, String> files, String found, Proof proof) {

    /** Proof by a real {@code docker stack deploy}. */
    sealed interface Proof {

        /** The deployment fails, and what it says contains a text. */
        record Fails(String says) implements Proof {}

        /** The deployment names the key among those that it ignores. */
        record Named(String key) implements Proof {}

        /** A template of {@code docker service inspect} for the service web gives a text, or for a network does. */
        record Shows(String template, String text) implements Proof {}
    }

    static StackCase fails(String key, String service, String says) {
        return new StackCase(key, project(service, ""), "refuses " + of(key), new Proof.Fails(says));
    }

    static StackCase named(String key, String service) {
        return new StackCase(key, project(service, ""), "drops " + of(key), new Proof.Named(key));
    }

    static StackCase shows(String found, String service, String template, String text) {
        return new StackCase(found, project(service, ""), found, new Proof.Shows(template, text));
    }

    static StackCase failsBelow(String found, String service, String rest, String says) {
        return new StackCase(found, project(service, rest), found, new Proof.Fails(says));
    }

    static StackCase showsBelow(String found, String service, String rest, String template, String text) {
        return new StackCase(found, project(service, rest), found, new Proof.Shows(template, text));
    }

    private static String of(String key) {
        return key + " of the service web";
    }

    /** A service web of the image bb:1, what else it says, and what else the file says. */
    static Map<String, String> project(String service, String rest) {
        String image = service.contains("image:") || service.contains("build:") ? "" : "    image: bb:1\n";
        return Map.of(
                "compose.yaml",
                "services:\n  web:\n" + image + service.indent(4) + (rest.isEmpty() ? "" : rest + "\n"));
    }

    StackCase with(Map<String, String> more) {
        return new StackCase(
                name,
                Stream.concat(files.entrySet().stream(), more.entrySet().stream())
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                found,
                proof);
    }

    /** Returns this case with another beginning of what is found. */
    StackCase as(String other) {
        return new StackCase(name, files, other, proof);
    }

    /** Returns every case. */
    static List<StackCase> all() {
        return Stream.of(StackCases.REFUSED, StackCases.DROPPED, StackCases.CHANGED, StackResourceCases.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
