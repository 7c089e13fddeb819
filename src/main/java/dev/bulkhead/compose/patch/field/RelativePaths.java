package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

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
        if (!with(edit, "").equals(edit)) {
            return project.files().stream()
                    .map(ComposeFile::path)
                    .flatMap(file -> Optional.ofNullable(file.getParent()).stream())
                    .filter(folder -> !folder.equals(project.directory()))
                    .distinct()
                    .map(folder -> with(edit, from(folder, project.directory())))
                    .toList();
        }
        return List.of();
    }

    private static String from(Path folder, Path directory) {
        return folder.relativize(directory).toString().replace('\\', '/') + "/";
    }

    private static FieldEdit with(FieldEdit edit, String prefix) {
        return switch (edit) {
            case FieldEdit.SetField(var target, var value) -> new FieldEdit.SetField(target, with(value, prefix));
            case FieldEdit.AddItem(var target, var item) -> new FieldEdit.AddItem(target, with(item, prefix));
            case FieldEdit.AddElement(var target, var body, var file) ->
                new FieldEdit.AddElement(target, fields(body, prefix), file);
            case FieldEdit.RemoveField _, FieldEdit.RemoveItem _, FieldEdit.RemoveElement _ -> edit;
        };
    }

    private static FieldValue with(FieldValue value, String prefix) {
        return switch (value) {
            case FieldValue.Text(String text) ->
                text.startsWith(HERE) ? new FieldValue.Text(prefix + text.substring(HERE.length())) : value;
            case FieldValue.Literal _ -> value;
            case FieldValue.Items(var items) ->
                new FieldValue.Items(
                        items.stream().map(item -> with(item, prefix)).toList());
            case FieldValue.Fields fields -> fields(fields, prefix);
        };
    }

    private static FieldValue.Fields fields(FieldValue.Fields fields, String prefix) {
        SequencedMap<String, FieldValue> all = new LinkedHashMap<>();
        fields.fields().forEach((name, value) -> all.put(name, with(value, prefix)));
        return new FieldValue.Fields(all);
    }
}
