package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.mount.MountedFiles;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** References to a network that was renamed: those in rules, labels, variables and flags follow, the others are named. */
public final class RenamedReferences {

    /** Labels whose whole value is the real name of a network. */
    private static final Set<String> LABELS =
            Set.of("traefik.docker.network", "traefik.swarm.network", "caddy_ingress_network");

    /** Variables that list real names of networks. */
    private static final Set<String> VARIABLES =
            Set.of("CADDY_INGRESS_NETWORKS", "TRAEFIK_PROVIDERS_DOCKER_NETWORK", "TRAEFIK_PROVIDERS_SWARM_NETWORK");

    /** Flags that list real names of networks; the value follows the sign, or is the next word. */
    private static final String FLAG = "(?i:--?(?:providers\\.(?:docker|swarm)\\.network|ingress-networks))";

    /** Larger files are no settings. */
    private static final long LONGEST = 256 * 1024;

    private static final int MOST_FILES = 200;

    private RenamedReferences() {}

    /**
     * Lets what names a network follow its new name, as edits of the document.
     *
     * @param before the project before the network was renamed
     * @param files where the files are that services mount
     * @return a sentence for each reference that is left behind
     */
    public static List<String> follow(
            TopologyDocument document, TopologyEdit.RenameNetwork edit, Topology before, FileTree files)
            throws IOException {
        Optional<String> rules = document.rulesText();
        if (rules.isPresent()) {
            String followed = namedInRules(rules.get(), edit.network(), edit.newKey());
            document.applyRules(followed, "rename " + edit.network() + " in the rules");
        }
        String old = before.network(edit.network()).map(Network::name).orElse(edit.network());
        String now = document.project()
                .topology()
                .network(edit.newKey())
                .map(Network::name)
                .orElse(edit.newKey());
        return old.equals(now) ? List.of() : followName(document, files, old, now);
    }

    /**
     * Returns the change that gives a network another name with everything that can follow it, all of it one step.
     *
     * @param rules the text of the operator's rules; empty where there is none
     */
    public static ProjectEdit edit(Topology before, Optional<String> rules, String network, String newKey) {
        TopologyEdit.RenameNetwork rename = new TopologyEdit.RenameNetwork(network, newKey);
        List<ProjectEdit> edits = new ArrayList<>(List.of(rename));
        try {
            String old = before.network(network).map(Network::name).orElse(network);
            String now = rename.apply(before).network(newKey).map(Network::name).orElse(newKey);
            if (!old.equals(now)) {
                before.services()
                        .values()
                        .forEach(service ->
                                edits.addAll(references(service, old, now).values()));
            }
        } catch (EditRejectedException refused) {
            return rename; // applying it tells why
        }
        rules.map(text -> namedInRules(text, network, newKey))
                .filter(followed -> !rules.equals(Optional.of(followed)))
                .ifPresent(followed -> edits.add(new FileEdit.WriteFile(Rules.FILE, followed)));
        return edits.size() == 1 ? rename : new ProjectEdit.Series(rename.describe(), edits);
    }

    private static String namedInRules(String text, String network, String newKey) {
        return named("network:" + network).matcher(text).replaceAll(Matcher.quoteReplacement("network:" + newKey));
    }

    private static List<String> followName(TopologyDocument document, FileTree files, String old, String now)
            throws IOException {
        Set<String> left = new LinkedHashSet<>();
        for (Service stated : document.project().topology().services().values()) {
            references(stated, old, now).forEach((what, edit) -> {
                try {
                    document.apply(edit);
                } catch (EditRejectedException refused) {
                    left.add(sentence(what + " of service " + stated.key(), old));
                }
            });
            flags(document, stated, "command", stated.container().command(), named(old), now);
            flags(document, stated, "entrypoint", stated.container().contacts().entrypoint(), named(old), now);
            Service service =
                    document.project().topology().service(stated.key()).orElse(stated);
            ContainerSpec container = service.container();
            container.labels().forEach((label, value) -> {
                if (!LABELS.contains(label) && isAbout(label, value, old)) {
                    left.add(sentence("label " + label + " of service " + service.key(), old));
                }
            });
            container.environment().forEach((name, value) -> {
                if (!VARIABLES.contains(name) && isAbout(name, value, old)) {
                    left.add(sentence("variable " + name + " of service " + service.key(), old));
                }
            });
            command("command", service, container.command(), old).ifPresent(left::add);
            command("entrypoint", service, container.contacts().entrypoint(), old)
                    .ifPresent(left::add);
            left.addAll(mounted(document.project(), service, files, old));
        }
        return List.copyOf(left);
    }

    /** Lets flags follow, and leaves those that cannot, which are named as all words that have the name. */
    private static void flags(
            TopologyDocument document, Service service, String field, List<String> words, Pattern old, String now) {
        List<Integer> places = IntStream.range(0, words.size())
                .filter(i -> isFlagged(words, i) && old.matcher(words.get(i)).find())
                .boxed()
                .toList();
        Optional<String> line = places.isEmpty() ? Optional.empty() : line(document, service, field);
        if (line.isPresent()) {
            Matcher flag = Pattern.compile(FLAG + "(?:=|\\s+)[\"']?[^\\s\"']*").matcher(line.get());
            String followed = flag.replaceAll(found ->
                    Matcher.quoteReplacement(old.matcher(found.group()).replaceAll(Matcher.quoteReplacement(now))));
            apply(document, service, field, FieldValue.text(followed));
            return;
        }
        List<String> followed = new ArrayList<>(words);
        for (int place : places) {
            String before = followed.get(place);
            followed.set(place, old.matcher(before).replaceAll(Matcher.quoteReplacement(now)));
            if (!apply(document, service, field, FieldValue.texts(followed.toArray(String[]::new)))) {
                followed.set(place, before);
            }
        }
    }

    /** Returns whether a word is such a flag with its value, or the value of the one before. */
    private static boolean isFlagged(List<String> words, int place) {
        return words.get(place).matches(FLAG + "=.*")
                || (place > 0 && words.get(place - 1).matches(FLAG));
    }

    /** Returns a command that is written as one line, quotes and all. */
    private static Optional<String> line(TopologyDocument document, Service service, String field) {
        try {
            ResolvedValue.Fields services = new ComposeLoader(document.presentFiles())
                    .resolve(document.project().request())
                    .sections()
                    .getOrDefault("services", ResolvedValue.Fields.none());
            return services.at(service.key(), field)
                    .filter(ResolvedValue.Scalar.class::isInstance)
                    .map(value -> ((ResolvedValue.Scalar) value).text());
        } catch (ComposeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean apply(TopologyDocument document, Service service, String field, FieldValue value) {
        try {
            document.apply(new FieldEdit.SetField(Element.service(service.key()).field(field), value));
            return true;
        } catch (EditRejectedException refused) {
            return false;
        }
    }

    /** A name of one word can be that of many things. */
    private static boolean isAbout(String key, String value, String old) {
        boolean telling = old.contains("_") || key.toLowerCase(Locale.ROOT).contains("net");
        return telling && named(old).matcher(value).find();
    }

    private static Optional<String> command(String what, Service service, List<String> words, String old) {
        return words.stream().anyMatch(word -> named(old).matcher(word).find())
                ? Optional.of(sentence("the " + what + " of service " + service.key(), old))
                : Optional.empty();
    }

    /** Settings in files that a service mounts from the project's directory. */
    private static List<String> mounted(ComposeProject project, Service service, FileTree files, String old)
            throws IOException {
        List<String> left = new ArrayList<>();
        MountedFiles mounts =
                new MountedFiles(files, service.container().hostAccess().mounts(), MOST_FILES);
        for (Path file : mounts.find("/", project.directory()).files().values()) {
            if (files.size(file) <= LONGEST
                    && setting(old)
                            .matcher(new String(files.read(file), StandardCharsets.UTF_8))
                            .find()) {
                left.add(sentence(project.directory().relativize(file).toString(), old));
            }
        }
        return left;
    }

    /** A line about networks, or any line where the name can be nothing else. */
    private static Pattern setting(String old) {
        return old.contains("_")
                ? named(old)
                : Pattern.compile("(?im)^.*network.*" + named(old).pattern());
    }

    private static Map<String, TopologyEdit> references(Service service, String old, String now) {
        Map<String, TopologyEdit> edits = new LinkedHashMap<>();
        service.container().labels().forEach((label, value) -> {
            if (LABELS.contains(label) && value.equals(old)) {
                edits.put("label " + label, new TopologyEdit.SetLabel(service.key(), label, now));
            }
        });
        service.container().environment().forEach((name, value) -> {
            if (VARIABLES.contains(name) && named(old).matcher(value).find()) {
                String followed = named(old).matcher(value).replaceAll(Matcher.quoteReplacement(now));
                edits.put("variable " + name, new TopologyEdit.SetEnvironment(service.key(), name, followed));
            }
        });
        return edits;
    }

    private static String sentence(String what, String old) {
        return "Left as it is: " + what + " still names " + old + ".";
    }

    private static Pattern named(String name) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w.-])");
    }
}
