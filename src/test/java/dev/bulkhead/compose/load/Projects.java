package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects in memory. */
final class Projects {

    static final Path DIRECTORY = Path.of("/no-such-folder/shop");

    private Projects() {}

    /** Returns a tree of files, given as name and text by turns, relative to {@link #DIRECTORY}. */
    static FileTree files(String... namesAndTexts) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(
                    DIRECTORY.resolve(namesAndTexts[i]).normalize(),
                    namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new OverlayFileTree(new DiskFileTree(), files);
    }

    /** Opens a project of files, given as name and text by turns. */
    static ComposeProject open(String... namesAndTexts) throws ComposeException {
        return new ComposeLoader(files(namesAndTexts)).load(ComposeRequest.of(DIRECTORY));
    }

    /** Returns the sentence with which a project of files is refused, by the loader or as its first problem. */
    static String refusal(String... namesAndTexts) {
        try {
            open(namesAndTexts).requireSound();
            return "accepted";
        } catch (ComposeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Returns a request with files and profiles. */
    static ComposeRequest request(List<String> files, List<String> profiles) {
        return new ComposeRequest(
                DIRECTORY, files.stream().map(Path::of).toList(), Optional.empty(), List.of(), profiles, Map.of());
    }
}
