package dev.bulkhead.migrate.outside;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.migrate.record.StoredJson;
import dev.bulkhead.testing.PrivateEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Meter on the machine beside an engine's, where only published ports can be seen: a process of its own there. */
public final class MeterBeside implements AutoCloseable {

    private static final String HOST = "198.18.0.1";
    private static final ObjectMapper JSON = StoredJson.mapper().build();

    private final Process process;
    private final BufferedReader said;

    /** Starts to ask ports, service to host port. */
    MeterBeside(PrivateEngine engine, SortedMap<String, Integer> ports) throws IOException {
        List<String> command = new ArrayList<>(engine.enteringWorld());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MeterBeside.class.getName()));
        ports.forEach((service, port) -> command.add(service + "=" + port));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.said = process.inputReader(StandardCharsets.UTF_8);
        said.readLine();
    }

    /** Ends and returns what was seen. */
    SeenFromOutside end() throws IOException {
        process.getOutputStream().close();
        return JSON.readValue(said.readLine(), SeenFromOutside.class);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Asks until its standard input ends, then prints what was seen as a line of JSON. */
    public static void main(String[] arguments) throws Exception {
        List<Door> doors = new ArrayList<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            doors.add(new Door(parts[0], HOST, Integer.parseInt(parts[1])));
        }
        OutsideMeter meter = OutsideMeter.start(new Doors(doors, new TreeMap<>()));
        try (meter) {
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // until the end
            }
        }
        System.out.println(JSON.writeValueAsString(meter.seen()));
    }
}
