package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * Stand-in images that really read a secret as the images they stand in for do: out of a variable, or out of the file that
 * another variable names; without either, or where the file is closed to their user, they end at once. What they read they
 * prove by its digest in {@code /tmp/known}.
 */
public final class SecretReaders {

    /** Arguments: the variable, the variable that names a file instead. */
    private static final String READS = """
            #!/bin/sh
            eval "value=\\${$1:-}; file=\\${$2:-}"
            if [ -z "$value" ] && [ -n "$file" ]; then value=$(cat "$file") || exit 1; fi
            [ -n "$value" ] || { echo "$1 is missing" >&2; exit 1; }
            printf %s "$value" | sha256sum | cut -d ' ' -f 1 >/tmp/known
            trap 'exit 0' TERM INT
            while :; do sleep 86400 & wait $!; done
            """;

    /** Keeps what {@code \\set new `cat FILE`} on its standard input reads, as a database keeps another password. */
    private static final String PSQL = """
            #!/bin/sh
            file=$(sed -n 's/^\\\\set new `cat \\(.*\\)`$/\\1/p')
            [ -n "$file" ] || exit 1
            printf %s "$(cat "$file")" | sha256sum | cut -d ' ' -f 1 >/tmp/known
            """;

    private SecretReaders() {}

    /**
     * Makes an image on an engine.
     *
     * @param user the user it starts as, as {@code USER} of a Dockerfile states it; empty for root
     * @param variable the variable that holds its secret
     * @param fileVariable the variable that names a file with it; empty where the image knows none
     */
    public static void provide(PrivateEngine engine, String image, String user, String variable, String fileVariable)
            throws IOException {
        Path folder = engine.folder("reader-" + image.hashCode());
        Path tar = folder.resolve("reader.tar");
        if (Files.exists(tar)) {
            return;
        }
        Path root = Files.createDirectories(folder.resolve("root"));
        String layer = StandInImages.layer(engine).toString();
        Commands.succeed(Map.of(), folder, List.of("tar", "-C", root.toString(), "-xf", layer));
        for (Map.Entry<String, String> program :
                Map.of("bin/reads", READS, "bin/psql", PSQL).entrySet()) {
            Path file = root.resolve(program.getKey());
            Files.writeString(file, program.getValue());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(root.resolve("tmp"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Commands.succeed(Map.of(), folder, List.of("tar", "-C", root.toString(), "-cf", tar.toString(), "."));
        engine.docker(
                "import",
                "--change",
                "ENTRYPOINT [\"/bin/reads\"]",
                "--change",
                "CMD [\"" + variable + "\", \"" + (fileVariable.isEmpty() ? "NONE" : fileVariable) + "\"]",
                "--change",
                "ENV PATH=/bin:/usr/bin",
                "--change",
                "USER " + (user.isEmpty() ? "0" : user),
                tar.toString(),
                image);
    }
}
