package dev.bulkhead.migrate.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Edits that the operator makes in the project's files while a run is under way. */
final class OperatorEdits {

    private static final List<String> FILES = List.of("compose.yml", "monitoring.yml");

    private final World world;
    private boolean made;

    OperatorEdits(World world) {
        this.world = world;
    }

    boolean made() {
        return made;
    }

    void edit() throws IOException {
        made = true;
        Path main = world.directory().resolve("compose.yml");
        Files.writeString(main, Standing.MINE + "\n" + Files.readString(main));
    }

    void editInTheSamePlace() throws IOException {
        made = true;
        for (String name : FILES) {
            Path file = world.directory().resolve(name);
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceAll(
                                    "(?m)^( +(networks|ports|FIREWALL_OUTBOUND_SUBNETS|POSTGRES_PASSWORD|POSTGRES_PASSWORD_FILE): *\\S.*)$",
                                    "$1 " + Standing.MINE)
                            .replaceAll(
                                    "(?m)^( +- (\"?[0-9]|flat|harbour|APP_KEY|FILE__APP_KEY|db_password).*)$",
                                    "$1 " + Standing.MINE));
        }
    }

    /** Takes them out again. */
    void undo() throws IOException {
        for (String name : FILES) {
            Path file = world.directory().resolve(name);
            Files.writeString(
                    file,
                    Files.readString(file).replace(" " + Standing.MINE, "").replace(Standing.MINE + "\n", ""));
        }
    }
}
