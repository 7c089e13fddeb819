package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Images of real programs: what the machine's packages bring, with the libraries each needs and BusyBox beside it. */
public final class ProgramImages {

    private static final Pattern LIBRARY =
            Pattern.compile("(?:=>\\s*|^\\s*)(/\\S+)\\s+\\(0x[0-9a-f]+\\)", Pattern.MULTILINE);

    private ProgramImages() {}

    /** Makes an image of Caddy on an engine, started as the official image starts it. */
    public static void caddy(PrivateEngine engine, String image) throws IOException {
        provide(engine, image, "caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile");
    }

    /** Makes an image of Caddy on an engine that is told nothing by a file: whatever it does comes by its admin end. */
    public static void caddyWithoutFile(PrivateEngine engine, String image) throws IOException {
        provide(engine, image, "caddy", "run");
    }

    /**
     * Makes an image of Caddy on an engine that stands in for another proxy: it heeds no flags, answers its health check, and is
     * told what to do later.
     */
    public static void caddyInDisguise(PrivateEngine engine, String image) throws IOException {
        disguised(engine, image, List.of("caddy"));
    }

    /** The same with lego beside it, the ACME client that is part of Traefik. */
    public static void caddyInDisguiseWithLego(PrivateEngine engine, String image) throws IOException {
        disguised(engine, image, List.of("caddy", "lego"));
    }

    private static void disguised(PrivateEngine engine, String image, List<String> programs) throws IOException {
        provideAs(
                engine,
                image,
                programs,
                List.of(
                        "/bin/sh",
                        "-c",
                        "printf '{\\n\\tauto_https off\\n}\\n:8080 {\\n\\trespond /ping OK\\n}\\n' >/tmp/Caddyfile;"
                                + " exec caddy run --config /tmp/Caddyfile --adapter caddyfile"));
    }

    /** Makes an image of Prometheus on an engine; its flags are the command, as with the official image. */
    public static void prometheus(PrivateEngine engine, String image) throws IOException {
        provide(engine, image, "prometheus");
    }

    /** Makes an image of Prometheus on an engine that is started without flags, and so with those of the official image. */
    public static void prometheusAsShipped(PrivateEngine engine, String image) throws IOException {
        provide(
                engine,
                image,
                "prometheus",
                "--config.file=/etc/prometheus/prometheus.yml",
                "--storage.tsdb.path=/prometheus");
    }

    /** Makes an image of Pebble on an engine, an ACME authority for tests; its flags are the command, as with the official image. */
    public static void pebble(PrivateEngine engine, String image) throws IOException {
        provide(engine, image, "pebble");
    }

    /** Makes an image of the name server and challenge server that come with Pebble. */
    public static void challengeServer(PrivateEngine engine, String image) throws IOException {
        provide(engine, image, "pebble-challtestsrv");
    }

    /** Makes an image of Redis on an engine; its flags are the command, as with the official image. */
    public static void redis(PrivateEngine engine, String image) throws IOException {
        provide(engine, image, "redis-server");
    }

    /** Makes an image of Alertmanager on an engine; its flags are the command, as with the official image. */
    public static void alertmanager(PrivateEngine engine, String image) throws IOException {
        provide(engine, image, "prometheus-alertmanager");
    }

    /** Makes an image of Alertmanager on an engine that is started without flags, and so with those of the official image. */
    public static void alertmanagerAsShipped(PrivateEngine engine, String image) throws IOException {
        provide(
                engine,
                image,
                "prometheus-alertmanager",
                "--config.file=/etc/alertmanager/alertmanager.yml",
                "--storage.path=/alertmanager");
    }

    /** Makes an image of Alertmanager on an engine that keeps what it knows where any container may write. */
    public static void alertmanagerInMemory(PrivateEngine engine, String image) throws IOException {
        provide(
                engine,
                image,
                "prometheus-alertmanager",
                "--config.file=/etc/alertmanager/alertmanager.yml",
                "--storage.path=/tmp",
                "--cluster.listen-address=");
    }

    /** Makes an image of the node exporter on an engine; its flags are the command, as with the official image. */
    public static void nodeExporter(PrivateEngine engine, String image) throws IOException {
        provide(engine, image, "prometheus-node-exporter");
    }

    /** Makes an image of restic on an engine; its words are the command, as with the official image. */
    public static void restic(PrivateEngine engine, String image) throws IOException {
        provide(engine, image, "restic");
    }

    /** Returns where a program is on this machine. */
    public static Path program(String name) {
        return EnginePrograms.home().resolve("programs").resolve(name);
    }

    /** Returns a program of this machine, and after it the libraries that it needs. */
    public static List<Path> files(String program) throws IOException {
        return files(program(program));
    }

    private static List<Path> files(Path program) throws IOException {
        List<Path> files = new ArrayList<>(List.of(program));
        Matcher library = LIBRARY.matcher(Commands.succeed(
                Map.of("LD_LIBRARY_PATH", program("lib").toString()),
                EnginePrograms.home(),
                List.of("ldd", files.getFirst().toString())));
        while (library.find()) {
            files.add(Path.of(library.group(1)));
        }
        return List.copyOf(files);
    }

    /** What a program reads beside its own files, at the place where its package puts it. */
    private static void share(String program, Path root) throws IOException {
        if (program.equals("prometheus-alertmanager")) {
            Path place = Files.createDirectories(root.resolve("usr/share/prometheus/alertmanager"));
            for (String name : List.of("default.tmpl", "email.tmpl")) {
                Files.copy(program("share").resolve(name), place.resolve(name));
            }
            // its page is made on the machine where it is installed; until then there is this one
            Path page = Files.createDirectories(place.resolve("ui"));
            for (String name : List.of("index.html", "favicon.ico")) {
                Files.copy(program("share").resolve("no-ui").resolve(name), page.resolve(name));
            }
        }
    }

    private static void provide(PrivateEngine engine, String image, String program, String... arguments)
            throws IOException {
        List<String> start = new ArrayList<>(List.of("/usr/bin/" + program));
        start.addAll(List.of(arguments));
        provideAs(engine, image, List.of(program), start);
    }

    private static void provideAs(PrivateEngine engine, String image, List<String> programs, List<String> start)
            throws IOException {
        LayeredImage.provide(engine, "program-" + image.hashCode(), image, start, root -> {
            for (String program : programs) {
                put(program, root);
            }
        });
    }

    /** Puts a program into the files of an image, with all that it needs; programs share libraries. */
    static void put(String program, Path root) throws IOException {
        put(program(program), root);
        share(program, root);
    }

    /** Puts a program of this machine into the files of an image, with all that it needs. */
    static void put(Path program, Path root) throws IOException {
        Files.copy(program, root.resolve("usr/bin").resolve(program.getFileName()));
        libraries(program, root);
    }

    /** Puts what a program of this machine needs into the files of an image. */
    static void libraries(Path program, Path root) throws IOException {
        List<Path> files = files(program);
        for (Path library : files.subList(1, files.size())) {
            Path place = library.startsWith(EnginePrograms.home())
                    ? root.resolve("usr/lib").resolve(library.getFileName()) // brought along, where loaders look
                    : root.resolve(library.toString().substring(1));
            Files.createDirectories(place.getParent());
            Files.copy(library.toRealPath(), place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
