package dev.bulkhead.surroundings.host;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that are installed on this machine. */
public final class InstalledPrograms implements MachinePrograms {

    /** An ordinary user's PATH does not look where Linux keeps those of its networks. */
    private static final List<String> ASIDE = List.of("/usr/sbin", "/sbin");

    private final List<String> folders;

    /** Programs of a PATH, and those that Linux keeps aside. */
    public InstalledPrograms(String path) {
        this.folders = Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), ASIDE.stream())
                .filter(folder -> !folder.isEmpty())
                .toList();
    }

    @Override
    public boolean has(String program) {
        return find(program).isPresent();
    }

    private Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public Optional<String> list(List<String> command) {
        Optional<Path> program = find(command.getFirst());
        if (program.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(command);
        words.set(0, program.get().toString());
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
