package dev.bulkhead.engine.cli;

import dev.bulkhead.compose.ComposeRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Arguments of Compose's own command line that say what a request says. */
final class ComposeArguments {

    private ComposeArguments() {}

    /** Returns the arguments that come before the action; Compose is run in the project's directory. */
    static List<String> of(ComposeRequest request) {
        List<String> arguments = new ArrayList<>();
        if (request.files().isEmpty() && !Files.isDirectory(request.path())) {
            arguments.addAll(List.of("--file", absolute(request.path())));
        }
        request.files().forEach(file -> arguments.addAll(List.of("--file", absolute(file))));
        if (!request.files().isEmpty() && Files.isDirectory(request.path())) {
            arguments.addAll(List.of("--project-directory", absolute(request.path())));
        }
        request.projectName().ifPresent(name -> arguments.addAll(List.of("--project-name", name)));
        request.envFiles().forEach(file -> arguments.addAll(List.of("--env-file", absolute(file))));
        request.profiles().forEach(profile -> arguments.addAll(List.of("--profile", profile)));
        return arguments;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
