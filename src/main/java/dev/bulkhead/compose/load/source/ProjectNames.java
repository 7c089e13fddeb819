package dev.bulkhead.compose.load.source;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.YamlDocument;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Name of a project: as stated, else by the last {@code name:} of its files, else after its directory (compose-go
 * {@code loader/loader.go}).
 */
public final class ProjectNames {

    private final LoadContext context;

    public ProjectNames(LoadContext context) {
        this.context = context;
    }

    public String name(LocatedProject located) throws ComposeException {
        if (located.statedName().isPresent()) {
            return located.statedName().get();
        }
        Optional<MappingEntry> stated = lastName(located);
        String name = stated.isPresent()
                ? resolved(stated.get(), located.variables())
                : String.valueOf(located.directory().getFileName());
        String normalized = normalize(name);
        if (normalized.isEmpty()) {
            String sentence =
                    "the project name " + name + " leaves nothing valid; state one with name: or --project-name.";
            throw stated.isPresent()
                    ? new ComposeException(stated.get().value().mark(), sentence)
                    : new ComposeException(sentence.replaceFirst("the", "The"));
        }
        return normalized;
    }

    private Optional<MappingEntry> lastName(LocatedProject located) throws ComposeException {
        Optional<MappingEntry> last = Optional.empty();
        for (Path file : located.files()) {
            for (YamlDocument document : context.store().yaml(file).documents()) {
                Optional<MappingEntry> name = document.find("name").filter(ProjectNames::isStated);
                last = name.isPresent() ? name : last;
            }
        }
        return last;
    }

    private static String resolved(MappingEntry entry, Variables variables) throws ComposeException {
        String text = entry.value().resolved() instanceof ScalarNode scalar ? scalar.value() : "";
        try {
            return new Template(variables::lookup, _ -> {}).resolve(text);
        } catch (Template.Fault e) {
            throw new ComposeException(entry.value().mark(), String.valueOf(e.getMessage()));
        }
    }

    private static boolean isStated(MappingEntry entry) {
        return entry.value().resolved() instanceof ScalarNode scalar
                && !scalar.value().isEmpty();
    }

    /** Returns a name in the form that Compose makes of it. */
    static String normalize(String name) {
        String kept = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
        int start = 0;
        while (start < kept.length() && (kept.charAt(start) == '_' || kept.charAt(start) == '-')) {
            start++;
        }
        return kept.substring(start);
    }
}
