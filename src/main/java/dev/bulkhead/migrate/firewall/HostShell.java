package dev.bulkhead.migrate.firewall;

import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.project.MigrationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Shell of this machine, by which its packet rules are read and changed. */
final class HostShell {

    private static final Path STATUS = Path.of("/proc/self/status");
    /** Bit of CAP_NET_ADMIN (linux/capability.h). */
    private static final int NET_ADMIN = 12;
    /** An ordinary user's PATH does not look where Linux keeps these. */
    private static final String WAY = "PATH=\"$PATH:/usr/sbin:/sbin\"; export PATH\n";

    private final FileTree files;

    HostShell(FileTree files) {
        this.files = files;
    }

    /**
     * Result of a script.
     *
     * @param code its exit code
     * @param said what it wrote, errors included
     */
    record Result(int code, String said) {}

    /** Returns whether this process may change packet rules; false where the machine does not tell. */
    boolean mayChangeRules() {
        try {
            return new String(files.read(STATUS), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith("CapEff:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(capabilities -> (capabilities >>> NET_ADMIN & 1) == 1);
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** Returns whether a program is there. */
    boolean has(String program) throws MigrationException, InterruptedException {
        return run(List.of("command -v " + program)).code() == 0;
    }

    /** Runs the lines of a script, up to the first that fails. */
    Result run(List<String> lines) throws MigrationException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("sh", "-e", "-s")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new MigrationException("This machine has no shell sh to change packet rules with.", e);
        }
        try {
            // The shell reads on only while it runs, and says next to nothing: neither end can fill and wait for the
            // other.
            try (OutputStream script = process.getOutputStream()) {
                script.write((WAY + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), said.strip());
        } catch (IOException e) {
            throw new MigrationException(
                    "The packet rules could not be handed to the shell: " + e.getMessage() + ".", e);
        } finally {
            process.destroy();
        }
    }
}
