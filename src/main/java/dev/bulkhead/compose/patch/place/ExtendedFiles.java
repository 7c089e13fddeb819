package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Files of a project that are only read because services of other files extend services in them. */
final class ExtendedFiles {

    private ExtendedFiles() {}

    static Set<String> of(ComposeProject project, List<SourceFile> files) {
        Set<Path> extended = new HashSet<>();
        Set<Path> included = new HashSet<>();
        boolean unsure = false;
        for (SourceFile file : files) {
            Path directory = Optional.ofNullable(file.file().path().getParent()).orElse(project.directory());
            for (MappingEntry include : file.topLevel("include")) {
                List<String> paths = includePaths(include.value());
                unsure |= paths.stream().anyMatch(p -> p.contains("$"));
                paths.forEach(p -> included.add(resolve(directory, p)));
            }
            extendedPaths(file).forEach(p -> extended.add(resolve(directory, p)));
        }
        Set<String> names = new HashSet<>();
        if (!unsure) {
            files.stream()
                    .skip(project.mainFiles())
                    .filter(f -> extended.contains(f.file().path())
                            && !included.contains(f.file().path()))
                    .forEach(f -> names.add(f.name()));
        }
        return names;
    }

    private static Path resolve(Path directory, String path) {
        return directory.resolve(path).normalize();
    }

    private static List<String> includePaths(YamlNode include) {
        Stream<YamlNode> items =
                include.resolved() instanceof SequenceNode list ? list.items().stream() : Stream.of(include);
        return items.map(YamlNode::resolved)
                .flatMap(item -> item instanceof MappingNode map ? map.value("path").stream() : Stream.of(item))
                .map(YamlNode::resolved)
                .flatMap(path -> path instanceof SequenceNode list ? list.items().stream() : Stream.of(path))
                .flatMap(ExtendedFiles::text)
                .toList();
    }

    private static List<String> extendedPaths(SourceFile file) {
        return file.topLevel("services").stream()
                .map(MappingEntry::value)
                .map(YamlNode::resolved)
                .flatMap(ExtendedFiles::values)
                .flatMap(ExtendedFiles::extendsOf)
                .flatMap(e -> e instanceof MappingNode map ? map.value("file").stream() : Stream.of())
                .flatMap(ExtendedFiles::text)
                .toList();
    }

    private static Stream<YamlNode> extendsOf(YamlNode service) {
        return service instanceof MappingNode map
                ? map.value("extends").stream().map(YamlNode::resolved)
                : Stream.of();
    }

    private static Stream<YamlNode> values(YamlNode node) {
        return node instanceof MappingNode map
                ? map.entries().stream().map(MappingEntry::value).map(YamlNode::resolved)
                : Stream.of();
    }

    private static Stream<String> text(YamlNode node) {
        return node.resolved() instanceof ScalarNode scalar ? Stream.of(scalar.value()) : Stream.of();
    }
}
