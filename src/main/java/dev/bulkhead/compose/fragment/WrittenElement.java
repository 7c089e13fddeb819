package dev.bulkhead.compose.fragment;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.TextLines;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Place where a service or network is written, as the part of a file that holds it in whole lines, with the comments that
 * stand right above it.
 *
 * @param start char offset of its first line
 * @param end char offset of the break that ends its last line, or the end of the text
 */
public record WrittenElement(ComposeFile file, int start, int end) {

    /** Returns where an element is written, in the order its files were read; nothing for what Compose makes unasked. */
    public static List<WrittenElement> of(ComposeProject project, GraphElement element) {
        return switch (element) {
            case Element.ServiceElement(String key) -> of(project, "services", key);
            case Element.MembershipElement(String service, String _) -> of(project, "services", service);
            case Element.NetworkElement(String key) -> of(project, "networks", key);
        };
    }

    private static List<WrittenElement> of(ComposeProject project, String section, String key) {
        List<WrittenElement> found = new ArrayList<>();
        for (ComposeFile file : project.files()) {
            // Most files of a large project do not even name it; reading them takes time.
            if (file.text().contains(key)) {
                found.addAll(in(file, section, key));
            }
        }
        return found;
    }

    /** Returns the part of the file's text. */
    public String text() {
        return file.text().substring(start, end);
    }

    /** Returns the number of its first line, counted from 1. */
    public int firstLine() {
        return 1
                + (int) file.text()
                        .substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static List<WrittenElement> in(ComposeFile file, String section, String key) {
        try {
            SourceFile source = SourceFile.of(file, YamlReader.parse(file.name(), file.text()));
            return source.topLevel(section).stream()
                    .map(MappingEntry::value)
                    .map(value -> value.resolved())
                    .filter(MappingNode.class::isInstance)
                    .flatMap(map -> ((MappingNode) map).entry(key).stream())
                    .map(entry -> lines(file, source.lines(), entry))
                    .toList();
        } catch (ComposeException unreadable) {
            return List.of();
        }
    }

    private static WrittenElement lines(ComposeFile file, TextLines lines, MappingEntry entry) {
        int start = lines.lineStart(entry.key().start());
        int column = lines.column(entry.key().start());
        while (start > 0) {
            boolean two = file.text().startsWith("\r\n", Math.max(0, start - 2));
            int above = lines.lineStart(start - (two ? 2 : 1));
            String line = file.text().substring(above, start).stripTrailing();
            boolean comment = line.stripLeading().startsWith("#")
                    && line.length() - line.stripLeading().length() == column;
            if (!comment || above == start) {
                break;
            }
            start = above;
        }
        int end = lines.lineEnd(Math.max(entry.key().end(), entry.value().end()));
        return new WrittenElement(file, start, end);
    }
}
