package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Images that behave, as far as networks and health checks can tell, like those that the samples use.
 *
 * <p>No registry is reached: each image is Debian's static BusyBox under the name that the sample asks for. It answers
 * every HTTP request on the ports of the real image with 200, and has the programs that the samples' health checks call.
 */
public final class StandInImages {

    /** Ports that the real images listen on, by repository. */
    private static final Map<String, List<Integer>> PORTS = Map.ofEntries(
            Map.entry("traefik", List.of(80, 8080)),
            Map.entry("cloudflare/cloudflared", List.of()),
            Map.entry("jellyfin/jellyfin", List.of(8096)),
            Map.entry("fallenbagel/jellyseerr", List.of(5055)),
            Map.entry("ghcr.io/gethomepage/homepage", List.of(3000)),
            Map.entry("lscr.io/linuxserver/sonarr", List.of(8989)),
            Map.entry("lscr.io/linuxserver/radarr", List.of(7878)),
            Map.entry("lscr.io/linuxserver/prowlarr", List.of(9696)),
            Map.entry("lscr.io/linuxserver/bazarr", List.of(6767)),
            Map.entry("lscr.io/linuxserver/qbittorrent", List.of(8080, 6881)),
            Map.entry("qmcgaw/gluetun", List.of(8000)),
            Map.entry("willfarrell/autoheal", List.of()),
            Map.entry("prom/prometheus", List.of(9090)),
            Map.entry("prom/alertmanager", List.of(9093)),
            Map.entry("quay.io/prometheus/node-exporter", List.of(9100)),
            Map.entry("grafana/grafana", List.of(3000)),
            Map.entry("grafana/loki", List.of(3100)),
            Map.entry("grafana/alloy", List.of(12345)),
            Map.entry("gcr.io/cadvisor/cadvisor", List.of(8080)),
            Map.entry("amir20/dozzle", List.of(8080)),
            Map.entry("tecnativa/docker-socket-proxy", List.of(2375)),
            Map.entry("crazymax/fail2ban", List.of()),
            Map.entry("pgvector/pgvector", List.of(5432)),
            Map.entry("qdrant/qdrant", List.of(6333)),
            Map.entry("neo4j", List.of(7474, 7687)),
            Map.entry("redis", List.of(80, 6379)),
            Map.entry("ghcr.io/berriai/litellm", List.of(4000)),
            Map.entry("letta/letta", List.of(8283)),
            Map.entry("quay.io/docling-project/docling-serve", List.of(5001)),
            Map.entry("hydra/tools-api", List.of(8700)),
            Map.entry("ghcr.io/open-webui/open-webui", List.of(8080)),
            Map.entry("ghcr.io/sillytavern/sillytavern", List.of(8000)),
            Map.entry("itzcrazykns1337/perplexica", List.of(3000)),
            Map.entry("haproxy", List.of(80, 8404)),
            Map.entry("owasp/modsecurity-crs", List.of(8080)),
            Map.entry("nginxinc/nginx-unprivileged", List.of(8080)),
            Map.entry("medianest/app", List.of(4000)),
            Map.entry("postgres", List.of(80, 5432)),
            Map.entry("minio/minio", List.of(80, 9000)),
            Map.entry("docker.elastic.co/elasticsearch/elasticsearch", List.of(9200)),
            Map.entry("docker.elastic.co/kibana/kibana", List.of(5601)),
            Map.entry("docker.elastic.co/logstash/logstash", List.of(24224)),
            Map.entry("hashicorp/vault", List.of(8200)));

    private static final List<Integer> OTHERWISE = List.of(80);

    private StandInImages() {}

    /** Makes images of the given names on an engine. */
    public static void provide(PrivateEngine engine, String... images) throws IOException {
        provide(engine, List.of(images));
    }

    /** Makes images of the given names on an engine. */
    public static void provide(PrivateEngine engine, Collection<String> images) throws IOException {
        Path folder = engine.folder("stand-in-" + images.hashCode());
        if (Files.exists(folder.resolve(ImageArchive.NAME))) {
            return;
        }
        Map<String, List<String>> programs = new TreeMap<>();
        for (String image : images) {
            List<String> start = new ArrayList<>(List.of("/stand-in", image));
            ports(image).forEach(port -> start.add(port.toString()));
            programs.put(image, start);
        }
        engine.docker(
                "load",
                "-i",
                ImageArchive.write(folder, layer(engine), programs).toString());
    }

    /** Makes images on an engine, each name with the ports that it listens on. */
    public static void provide(PrivateEngine engine, Map<String, List<Integer>> ports) throws IOException {
        Map<String, List<String>> programs = new TreeMap<>();
        ports.forEach((image, listens) -> {
            List<String> start = new ArrayList<>(List.of("/stand-in", image));
            listens.forEach(port -> start.add(port.toString()));
            programs.put(image, start);
        });
        LayeredImage.provide(engine, "found-" + ports.hashCode(), programs, root -> {
            // users whom images of all kinds have
            Files.writeString(root.resolve("etc/passwd"), StandInScripts.USERS);
            Files.writeString(root.resolve("etc/group"), StandInScripts.GROUPS);
            for (String program : List.of("bin/valkey-cli", "bin/mysqladmin", "bin/mariadb-admin")) {
                script(root.resolve(program), StandInScripts.PONG);
            }
            // links to BusyBox, which would be written over
            Files.delete(root.resolve("bin/ps"));
            script(root.resolve("bin/ps"), StandInScripts.PS);
            // the shell of BusyBox takes its own ps before any other
            Files.delete(root.resolve("bin/sh"));
            ProgramImages.put(EnginePrograms.find("dash").orElseThrow(), root);
            Files.createSymbolicLink(root.resolve("bin/sh"), Path.of("../usr/bin/dash"));
        });
    }

    /**
     * Makes images of the given names on an engine in which Caddy answers as the others do: for projects whose ports are asked
     * fifty times a second, which is more than scripts stand on a small machine. Those that listen on nothing are left out.
     */
    public static void provideQuick(PrivateEngine engine, Collection<String> images) throws IOException {
        Map<String, List<String>> programs = new TreeMap<>();
        for (String image : images) {
            List<String> start = new ArrayList<>(List.of("/quick", image));
            ports(image).forEach(port -> start.add(port.toString()));
            if (!ports(image).isEmpty()) {
                programs.put(image, start);
            }
        }
        LayeredImage.provide(engine, "quick-" + images.hashCode(), programs, root -> {
            ProgramImages.put("caddy", root);
            script(root.resolve("quick"), StandInScripts.QUICK);
        });
    }

    /**
     * Returns variables that the media-server sample takes from its environment, so that it comes up without the real
     * world: quick health checks, nothing of the host mounted, a VPN that is up when the internet answers.
     */
    public static Map<String, String> environment(PrivateEngine engine) throws IOException {
        String empty = engine.folder("empty").toString();
        return Map.ofEntries(
                // One check costs about 80 ms of a core: each second, 25 containers would keep two cores busy with
                // nothing else.
                Map.entry("HEALTH_INTERVAL", "4s"),
                Map.entry("TUN_DEVICE", "/dev/null"),
                // A privileged container gets capabilities that a sandboxed machine does not have itself.
                Map.entry("CADVISOR_PRIVILEGED", "false"),
                Map.entry("DOCKER_SOCK", engine.address().substring("unix://".length())),
                Map.entry("DOCKER_DATA", empty),
                Map.entry("HOST_ROOT", empty),
                Map.entry("LOG_ROOT", empty),
                Map.entry("VPN_CHECK_HOST", "1.1.1.1"),
                Map.entry("VPN_CHECK_PORT", "443"));
    }

    private static List<Integer> ports(String image) {
        int slash = image.lastIndexOf('/');
        int colon = image.indexOf(':', slash + 1);
        return PORTS.getOrDefault(colon < 0 ? image : image.substring(0, colon), OTHERWISE);
    }

    /** Returns the files of every stand-in image, as a tar. */
    static Path layer(PrivateEngine engine) throws IOException {
        Path folder = engine.folder("stand-in");
        Path tar = folder.resolve("layer.tar");
        if (Files.exists(tar)) {
            return tar;
        }
        Path root = Files.createDirectories(folder.resolve("root"));
        Path bin = Files.createDirectories(root.resolve("bin"));
        for (String directory : List.of("tmp", "etc", "usr/bin")) {
            Files.createDirectories(root.resolve(directory));
        }
        Path busybox = EnginePrograms.find("busybox").orElseThrow();
        Files.copy(busybox, bin.resolve("busybox"));
        for (String applet : Commands.succeed(Map.of(), folder, List.of(busybox.toString(), "--list"))
                .lines()
                .toList()) {
            if (!applet.equals("busybox") && !applet.isEmpty()) {
                Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
            }
        }
        script(root.resolve("stand-in"), StandInScripts.START);
        script(bin.resolve("answer"), StandInScripts.ANSWER);
        script(bin.resolve("forward"), StandInScripts.ROUTE);
        script(bin.resolve("keep"), StandInScripts.KEEP);
        script(bin.resolve("ship"), StandInScripts.SHIP);
        script(bin.resolve("bash"), StandInScripts.BASH);
        script(bin.resolve("pgrep"), StandInScripts.PGREP);
        script(bin.resolve("curl"), StandInScripts.CURL);
        for (String program : List.of("bin/fail2ban-client", "bin/redis-cli", "bin/pg_isready", "dozzle")) {
            script(root.resolve(program), StandInScripts.CONTENT);
        }
        Commands.succeed(Map.of(), folder, List.of("tar", "-C", root.toString(), "-cf", tar.toString(), "."));
        return tar;
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }
}
