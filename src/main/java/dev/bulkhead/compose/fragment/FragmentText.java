package dev.bulkhead.compose.fragment;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.ProjectLocator;
import dev.bulkhead.compose.load.source.SourceStore;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.patch.place.ElementSite;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.text.BlockStyle;
import dev.bulkhead.compose.patch.text.BlockWriter;
import dev.bulkhead.compose.patch.text.ScalarWriter.Quote;
import dev.bulkhead.compose.patch.text.TextLines;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * Text of services and networks as a Compose file of their own, with the declarations of what they name; an element that
 * stands at one place is taken as it stands there, comments included.
 */
public final class FragmentText {

    private static final BlockStyle STYLE = new BlockStyle(2, 2, " ", Quote.PLAIN, Quote.PLAIN);
    private static final int STEP = 2;

    private final ProjectSources text;
    private final ComposeProject project;

    private final FileTree files;

    private FragmentText(ComposeProject project, FileTree files) throws EditRejectedException {
        this.project = project;
        this.files = files;
        this.text = ProjectSources.of(project);
    }

    /**
     * Returns the text of elements of a project.
     *
     * @param files its files with all edits
     * @throws EditRejectedException if one of them stands in no file, with the reason as a sentence
     */
    public static String of(ComposeProject project, FileTree files, Set<String> services, Set<String> networks)
            throws EditRejectedException {
        return new FragmentText(project, files).of(services, networks);
    }

    private String of(Set<String> services, Set<String> networks) throws EditRejectedException {
        SequencedMap<String, Set<String>> wanted = new LinkedHashMap<>();
        wanted.put("services", new TreeSet<>(services));
        Set<String> named = new TreeSet<>(networks);
        for (String service : services) {
            project.topology().service(service).map(Service::attachments).orElse(List.of()).stream()
                    .map(Attachment::network)
                    .forEach(named::add);
        }
        wanted.put("networks", named);
        StringBuilder result = new StringBuilder();
        List<YamlNode> bodies = new ArrayList<>();
        section("services", wanted, services, bodies, result);
        Set<String> words = new TreeSet<>();
        bodies.forEach(body -> words(body, words));
        section("networks", wanted, networks, bodies, result);
        for (String kind : List.of("volumes", "secrets", "configs")) {
            Set<String> keys = new TreeSet<>();
            for (var file : text.files()) {
                file.topLevel(kind).stream()
                        .map(entry -> entry.value().resolved())
                        .filter(MappingNode.class::isInstance)
                        .flatMap(map -> ((MappingNode) map).entries().stream())
                        .map(MappingEntry::name)
                        .filter(words::contains)
                        .forEach(keys::add);
            }
            wanted.put(kind, keys);
            section(kind, wanted, Set.of(), bodies, result);
        }
        return result.toString();
    }

    private void section(
            String section,
            Map<String, Set<String>> wanted,
            Set<String> needed,
            List<YamlNode> bodies,
            StringBuilder result)
            throws EditRejectedException {
        List<String> lines = new ArrayList<>();
        for (String key : wanted.getOrDefault(section, Set.of())) {
            List<ElementSite> sites = text.elements(section, key);
            if (sites.isEmpty() && needed.contains(key)) {
                throw new EditRejectedException(
                        key + " stands in no file of the project, so there is nothing to copy.");
            }
            if (!sites.isEmpty()) {
                sites.forEach(site -> bodies.add(site.entry().value()));
                lines.addAll(element(key, sites));
            }
        }
        if (!lines.isEmpty()) {
            result.append(section).append(":\n");
            lines.forEach(line -> result.append(line).append('\n'));
        }
    }

    private List<String> element(String key, List<ElementSite> sites) throws EditRejectedException {
        if (sites.size() == 1
                && !elsewhere(sites.getFirst())
                && !tied(sites.getFirst().entry().value())) {
            return asItStands(sites.getFirst());
        }
        FieldValue.Fields body = FieldValue.fields();
        for (ElementSite site : sites) {
            if (site.entry().value().resolved() instanceof MappingNode map) {
                FieldValue.Fields own = FragmentValues.fields(map);
                body = FragmentValues.merged(body, elsewhere(site) ? fromHere(site, own) : own);
            }
        }
        return new BlockWriter(STYLE).entry(key, FragmentValues.written(body), STEP);
    }

    /** Returns whether an element stands in another folder, so that its relative paths mean other files here. */
    private boolean elsewhere(ElementSite site) {
        return !folder(site).equals(project.directory());
    }

    private FieldValue.Fields fromHere(ElementSite site, FieldValue.Fields body) throws EditRejectedException {
        try {
            Variables variables = new ProjectLocator(
                            project.request(), new LoadContext(new SourceStore(files, project.directory())))
                    .locate()
                    .variables();
            return new FragmentPaths(folder(site), project.directory(), variables).from(body);
        } catch (ComposeException unreadable) {
            throw new EditRejectedException(String.valueOf(unreadable.getMessage()));
        }
    }

    private Path folder(ElementSite site) {
        return Optional.ofNullable(site.file().file().path().getParent()).orElse(project.directory());
    }

    private static List<String> asItStands(ElementSite site) {
        TextLines lines = site.file().lines();
        int start = site.entry().key().start();
        int column = lines.column(start);
        int end = lines.lineEnd(
                Math.max(site.entry().key().end(), site.entry().value().end()));
        if (site.section().flow()) {
            end = Math.max(site.entry().key().end(), site.entry().value().end());
        }
        List<String> result = new ArrayList<>();
        for (String line : lines.text().substring(start, end).replace("\r", "").split("\n", -1)) {
            boolean first = result.isEmpty();
            int cut = first
                    ? 0
                    : Math.min(column, line.length() - line.stripLeading().length());
            result.add(line.isBlank() ? "" : " ".repeat(STEP) + line.substring(cut));
        }
        return result;
    }

    /** Returns whether a value means nothing without the rest of its file. */
    private static boolean tied(YamlNode node) {
        return !node.properties().isEmpty()
                || switch (node) {
                    case AliasNode _ -> true;
                    case ScalarNode _ -> false;
                    case SequenceNode list -> list.items().stream().anyMatch(FragmentText::tied);
                    case MappingNode map ->
                        map.entries().stream().anyMatch(entry -> entry.isMerge() || tied(entry.value()));
                };
    }

    /** Words by which a service may name a volume, secret or config: keys of those are told by being declared. */
    private static void words(YamlNode node, Set<String> words) {
        switch (node.resolved()) {
            case ScalarNode scalar -> words.add(scalar.value().replaceFirst(":.*", ""));
            case SequenceNode list -> list.items().forEach(item -> words(item, words));
            case MappingNode map -> map.entries().forEach(entry -> words(entry.value(), words));
            case AliasNode _ -> {}
        }
    }
}
