package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * Relative paths in the value of an edit, which are meant from the project directory ({@code ./caddy/Caddyfile:/etc/caddy}).
 * A file in a folder of its own that the project includes states them from its folder (Compose Specification, {@code include},
 * {@code project_directory}).
 */
final class RelativePaths {

    private static final String HERE = "./";

    private RelativePaths() {}

    /** Returns the edit as it would be written in the other folders that files of the project are in; each once. */
    static List<FieldEdit> fromOtherFolders(FieldEdit edit, ComposeProject project) {
        return project.files().stream()
                .map(ComposeFile::path)
                .flatMap(file -> Optional.ofNullable(file.getParent()).stream())
                .filter(folder -> !folder.equals(project.directory()))
                .distinct()
                .map(folder -> with(edit, path -> from(folder, project.directory(), path)))
                .filter(rebased -> !rebased.equals(edit))
                // whichever folder it is: of several that lead there, the way that a person would write
                .sorted(Comparator.comparingInt(RelativePaths::length))
                .toList();
    }

    /** A bind mount in short form goes on after its path, behind a colon. */
    private static String from(Path folder, Path directory, String text) {
        int end = text.indexOf(':') < 0 ? text.length() : text.indexOf(':');
        String path = folder.relativize(
                        directory.resolve(text.substring(HERE.length(), end)).normalize())
                .toString()
                .replace('\\', '/');
        return (path.startsWith("..") ? "" : HERE) + path + text.substring(end);
    }

    private static int length(FieldEdit edit) {
        return switch (edit) {
            case FieldEdit.SetField set -> length(set.value());
            case FieldEdit.AddItem add -> length(add.item());
            case FieldEdit.AddElement add -> length(add.body());
            case FieldEdit.RemoveField _,
                    FieldEdit.RemoveItem _,
                    FieldEdit.RemoveElement _,
                    FieldEdit.RenameService _ -> 0;
        };
    }

    private static int length(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> text.length();
            case FieldValue.Written(String text) -> text.length();
            case FieldValue.Literal _ -> 0;
            case FieldValue.Items(var items) ->
                items.stream().mapToInt(RelativePaths::length).sum();
            case FieldValue.Fields fields ->
                fields.fields().values().stream()
                        .mapToInt(RelativePaths::length)
                        .sum();
        };
    }

    private static FieldEdit with(FieldEdit edit, UnaryOperator<String> rebase) {
        return switch (edit) {
            case FieldEdit.SetField(var target, var value) -> new FieldEdit.SetField(target, with(value, rebase));
            case FieldEdit.AddItem(var target, var item) -> new FieldEdit.AddItem(target, with(item, rebase));
            case FieldEdit.AddElement(var target, var body, var file) ->
                new FieldEdit.AddElement(target, fields(body, rebase), file);
            case FieldEdit.RemoveField _,
                    FieldEdit.RemoveItem _,
                    FieldEdit.RemoveElement _,
                    FieldEdit.RenameService _ -> edit;
        };
    }

    private static FieldValue with(FieldValue value, UnaryOperator<String> rebase) {
        return switch (value) {
            case FieldValue.Text(String text) ->
                text.startsWith(HERE) ? new FieldValue.Text(rebase.apply(text)) : value;
            case FieldValue.Written(String text) ->
                text.startsWith(HERE) ? new FieldValue.Written(rebase.apply(text)) : value;
            case FieldValue.Literal _ -> value;
            case FieldValue.Items(var items) ->
                new FieldValue.Items(
                        items.stream().map(item -> with(item, rebase)).toList());
            case FieldValue.Fields fields -> fields(fields, rebase);
        };
    }

    private static FieldValue.Fields fields(FieldValue.Fields fields, UnaryOperator<String> rebase) {
        SequencedMap<String, FieldValue> all = new LinkedHashMap<>();
        fields.fields().forEach((name, value) -> all.put(name, with(value, rebase)));
        return new FieldValue.Fields(all);
    }
}
