package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.EditRejectedException;
import dev.bulkhead.topology.TopologyEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways to declare a network, in a file of the project or in a new one that the main file includes. */
final class AddNetworkWays {

    private final ProjectText text;
    private final FileTree files;
    private final TopologyEdit.AddNetwork edit;

    AddNetworkWays(ProjectText text, FileTree files, TopologyEdit.AddNetwork edit) {
        this.text = text;
        this.files = files;
        this.edit = edit;
    }

    List<Draft.Way> ways() {
        NetworkBlock block = new NetworkBlock(text, edit.network().key());
        YamlOut value = NetworkOut.of(edit.network(), text.project().topology().project());
        List<Draft.Way> ways = new ArrayList<>();
        if (edit.file().isPresent()) {
            ways.add(() -> inFile(edit.file().get(), block, value));
        } else {
            ways.add(() -> block.declare(value));
            ways.add(() -> block.declareIn(text.mainFile(), value));
        }
        return ways;
    }

    private Draft inFile(String name, NetworkBlock block, YamlOut value) throws EditRejectedException {
        Path directory = text.project().directory();
        Path path = directory.resolve(name).normalize();
        if (!path.startsWith(directory)) {
            throw new EditRejectedException(
                    name + " lies outside the project directory " + directory + "; name a file inside it.");
        }
        Optional<SourceFile> known =
                text.files().stream().filter(f -> f.file().path().equals(path)).findFirst();
        if (known.isPresent()) {
            return block.declareIn(known.get(), value);
        }
        Path main = text.mainFile().file().path();
        Path base = main.getParent() == null ? directory : main.getParent();
        String included = base.relativize(path).toString().replace('\\', '/');
        return Draft.other(path, contents(path, name, block, value))
                .and(new IncludeEdits(text.mainFile()).add(included));
    }

    /** Returns the text of a file that is not part of the project yet, with the network in it. */
    private String contents(Path path, String name, NetworkBlock block, YamlOut value) throws EditRejectedException {
        ComposeFile file = new ComposeFile(path, name, existing(path).orElseGet(this::header));
        try {
            SourceFile source = SourceFile.of(file, YamlReader.parse(name, file.text()));
            List<Splice> splices = block.declareIn(source, value).splices().getOrDefault(name, List.of());
            return Splice.apply(file.text(), splices);
        } catch (ComposeException unreadable) {
            throw new EditRejectedException(String.valueOf(unreadable.getMessage()));
        }
    }

    private String header() {
        String lineBreak = text.mainFile().lines().lineBreak();
        return "# Networks of the project " + text.project().topology().project() + "; "
                + text.mainFile().name() + " includes this file." + lineBreak;
    }

    private Optional<String> existing(Path path) throws EditRejectedException {
        try {
            return files.isFile(path)
                    ? Optional.of(new String(files.read(path), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new EditRejectedException(path + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }
}
