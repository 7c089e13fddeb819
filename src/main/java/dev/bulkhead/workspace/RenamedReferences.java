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

/**
 * Change that gives a network another name everywhere: references in rules, labels, variables and flags follow, the others are
 * named. Window and command line do it alike.
 *
 * @param edit the change, all of it one step
 * @param left a sentence for each reference that is left behind
 */
public record RenamedReferences(ProjectEdit edit, List<String> left) {

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

    public RenamedReferences {
        left = List.copyOf(left);
    }

    /**
     * Returns the change that gives a network another name with everything that can follow it: tried on a copy, so that
     * what cannot is left behind and named instead of standing in the way.
     *
     * @throws EditRejectedException if the network cannot have that name, with the reason as a sentence
     * @throws IOException if a file that would follow cannot be read
     */
    public static RenamedReferences of(WorkingCopy copy, String network, String newKey)
            throws EditRejectedException, IOException {
        TopologyEdit.RenameNetwork rename = new TopologyEdit.RenameNetwork(network, newKey);
        Topology before = copy.project().topology();
        Attempt attempt = new Attempt(copy);
        attempt.document.apply(rename);
        attempt.done.add(rename);
        Optional<String> rules = attempt.document.rulesText();
        Optional<String> followed = rules.map(text -> namedInRules(text, network, newKey));
        if (!followed.equals(rules)) {
            attempt.edit(new FileEdit.WriteFile(Rules.FILE, followed.orElseThrow()));
        }
        String old = before.network(network).map(Network::name).orElse(network);
        String now = attempt.document
                .project()
                .topology()
                .network(newKey)
                .map(Network::name)
                .orElse(newKey);
        List<String> left = old.equals(now) ? List.of() : followName(attempt, copy.files(), old, now);
        return new RenamedReferences(
                attempt.done.size() == 1 ? rename : new ProjectEdit.Series(rename.describe(), attempt.done), left);
    }

    /** Document of its own on which edits are tried; those that could be done are the change. */
    private static final class Attempt {

        private final TopologyDocument document;
        private final List<ProjectEdit> done = new ArrayList<>();

        Attempt(WorkingCopy copy) throws EditRejectedException {
            try {
                document = TopologyDocument.open(copy.project().request(), copy.files());
            } catch (ComposeException unreadable) {
                throw new EditRejectedException(String.valueOf(unreadable.getMessage()));
            }
        }

        boolean edit(ProjectEdit edit) {
            try {
                document.apply(edit);
                done.add(edit);
                return true;
            } catch (EditRejectedException refused) {
                return false;
            }
        }
    }

    private static String namedInRules(String text, String network, String newKey) {
        return named("network:" + network).matcher(text).replaceAll(Matcher.quoteReplacement("network:" + newKey));
    }

    private static List<String> followName(Attempt attempt, FileTree files, String old, String now) throws IOException {
        TopologyDocument document = attempt.document;
        Set<String> left = new LinkedHashSet<>();
        for (Service stated : document.project().topology().services().values()) {
            references(stated, old, now).forEach((what, edit) -> {
                if (!attempt.edit(edit)) {
                    left.add(sentence(what + " of service " + stated.key(), old));
                }
            });
            flags(attempt, stated, "command", stated.container().command(), named(old), now);
            flags(attempt, stated, "entrypoint", stated.container().contacts().entrypoint(), named(old), now);
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
            Attempt attempt, Service service, String field, List<String> words, Pattern old, String now) {
        List<Integer> places = IntStream.range(0, words.size())
                .filter(i -> isFlagged(words, i) && old.matcher(words.get(i)).find())
                .boxed()
                .toList();
        Optional<String> line = places.isEmpty() ? Optional.empty() : line(attempt.document, service, field);
        if (line.isPresent()) {
            Matcher flag = Pattern.compile(FLAG + "(?:=|\\s+)[\"']?[^\\s\"']*").matcher(line.get());
            String followed = flag.replaceAll(found ->
                    Matcher.quoteReplacement(old.matcher(found.group()).replaceAll(Matcher.quoteReplacement(now))));
            apply(attempt, service, field, FieldValue.text(followed));
            return;
        }
        List<String> followed = new ArrayList<>(words);
        for (int place : places) {
            String before = followed.get(place);
            followed.set(place, old.matcher(before).replaceAll(Matcher.quoteReplacement(now)));
            if (!apply(attempt, service, field, FieldValue.texts(followed.toArray(String[]::new)))) {
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

    private static boolean apply(Attempt attempt, Service service, String field, FieldValue value) {
        return attempt.edit(
                new FieldEdit.SetField(Element.service(service.key()).field(field), value));
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
