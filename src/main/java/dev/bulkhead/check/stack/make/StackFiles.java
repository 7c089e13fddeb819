package dev.bulkhead.check.stack.make;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.stack.StackEffect;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a project that becomes a stack: the stack itself, the commands that exchange it, and what is to be known. */
public final class StackFiles {

    /** The names of the files, in the order of their texts. */
    public static final List<String> NAMES = List.of(MadeStack.FILE, "stack.sh", "stack.md");

    private StackFiles() {}

    /**
     * Returns the texts of the files. The stack is read again, and what it says is compared with the project.
     *
     * @param directory where the files will be
     * @throws ComposeException if the project cannot be resolved, with a sentence for the operator
     */
    public static List<String> of(ComposeProject project, FileTree files, Path directory, StackMaking.Wishes wishes)
            throws IOException, ComposeException {
        MadeStack stack = StackMaking.of(new ComposeLoader(files).resolve(project.request()), files, wishes);
        Path file = directory.resolve(MadeStack.FILE).toAbsolutePath().normalize();
        FileTree with = new OverlayFileTree(files, Map.of(file, stack.file().getBytes(StandardCharsets.UTF_8)));
        ComposeProject again = new ComposeLoader(with)
                .load(new ComposeRequest(
                        file,
                        List.of(),
                        Optional.of(stack.name()),
                        List.of(),
                        List.of(),
                        project.request().environment()));
        StackEffect effect = StackEffect.between(
                project.topology(), again.topology(), CheckInput.of(project).reach());
        return List.of(stack.file(), StackScript.of(stack), StackSheet.of(stack, effect));
    }
}
