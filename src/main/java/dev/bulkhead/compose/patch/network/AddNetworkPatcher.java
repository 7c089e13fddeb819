package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.SectionBlock;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidate changes of text that declare a network, in a file of the project or in a new one that the main file includes. */
public final class AddNetworkPatcher {

    private final ProjectSources text;
    private final FileTree files;
    private final TopologyEdit.AddNetwork edit;

    public AddNetworkPatcher(ProjectSources text, FileTree files, TopologyEdit.AddNetwork edit) {
        this.text = text;
        this.files = files;
        this.edit = edit;
    }

    public List<Draft.Attempt> attempts() {
        SectionBlock block = new SectionBlock(text, "networks", edit.network().key());
        YamlValue declared =
                NetworkDeclaration.of(edit.network(), text.project().topology().project());
        YamlValue value = edit.comments().isEmpty() ? declared : new YamlValue.Commented(edit.comments(), declared);
        List<Draft.Attempt> attempts = new ArrayList<>();
        if (edit.file().isPresent()) {
            attempts.add(() -> inFile(edit.file().get(), block, value));
        } else {
            attempts.add(() -> block.declare(value));
            attempts.add(() -> block.declareIn(text.mainFile(), value));
        }
        return attempts;
    }

    private Draft inFile(String name, SectionBlock block, YamlValue value) throws EditRejectedException {
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
    private String contents(Path path, String name, SectionBlock block, YamlValue value) throws EditRejectedException {
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
        String project = text.project().topology().project();
        String owner = edit.network().external()
                ? "# Somebody else creates them, before docker compose up, and removes them: for Docker Compose they are external."
                        + lineBreak
                        + "# What they are like stands under " + Network.EXTENSION
                        + ", which Compose ignores and Bulkhead reads."
                : "# Docker Compose manages them: it creates those that are missing, and docker compose down removes them.";
        return "# Networks of the project " + project + "; " + text.mainFile().name() + " includes this file."
                + lineBreak + owner + lineBreak;
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
