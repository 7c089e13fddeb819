package dev.bulkhead.migrate.walk;

import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.PortalImages;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The media server on a real engine, ready to be walked with: real Caddy does what Traefik is told, Prometheus, Alertmanager,
 * Node Exporter and Redis are real, the others are stand-ins.
 */
final class MediaServerWalk {

    private static final int WITH_HEALTH_CHECK = 17;
    private static final String PASSWORD = "a long and quiet voyage";

    private MediaServerWalk() {}

    /** Brings it up below a domain for which browsers keep cookies; signing in needs one. */
    static VoyageProject start(PrivateEngine engine) throws IOException {
        SampleStack sample = sample(engine);
        ProgramImages.caddyInDisguise(engine, "traefik:v3.5");
        return start(engine, sample);
    }

    /** Brings it up with Caddy in place of Traefik. */
    static VoyageProject startWithCaddy(PrivateEngine engine) throws IOException {
        SampleStack sample = sample(engine);
        CaddyServer.make(sample.directory());
        ProgramImages.caddy(engine, "caddy:2");
        return start(engine, sample);
    }

    private static SampleStack sample(PrivateEngine engine) throws IOException {
        SampleStack sample = SampleStack.prepare(engine, SampleFiles.MEDIASERVER);
        Path settings = sample.directory().resolve(".env");
        Files.writeString(settings, Files.readString(settings).replace("LAN_DOMAIN=lan", "LAN_DOMAIN=media.lan"));
        // programs after the slower stand-ins, whose names they take
        StandInImages.provideQuick(
                engine,
                sample.compose("config", "--images").lines().distinct().sorted().toList());
        StandInImages.provide(
                engine, List.of("grafana/loki:3.5.7", "grafana/alloy:v1.11.3", "tecnativa/docker-socket-proxy:0.3.0"));
        ProgramImages.redis(engine, "redis:8-alpine");
        PortalImages.authelia(engine, "authelia/authelia:4.39");
        ProgramImages.prometheus(engine, "prom/prometheus:v3.5.0");
        ProgramImages.alertmanagerAsShipped(engine, "prom/alertmanager:v0.28.1");
        ProgramImages.nodeExporter(engine, "quay.io/prometheus/node-exporter:v1.9.1");
        return sample;
    }

    private static VoyageProject start(PrivateEngine engine, SampleStack sample) throws IOException {
        Map<String, String> environment = new HashMap<>(sample.environment());
        environment.put("BULKHEAD_PASSWORD", PASSWORD);
        // each check starts a process; many of them are most of what there is to do on two cores
        environment.put("HEALTH_INTERVAL", "5s");
        VoyageProject project = new VoyageProject(new SampleStack(engine, sample.directory(), environment));
        project.start(WITH_HEALTH_CHECK);
        return project;
    }

    /**
     * Returns words for the command line with answers to an iteration where others than the proposed ones are given: everybody
     * is made anew by iteration 1. Who joins networks as it runs waits to be deployed, and the next iteration asks for that.
     */
    static String[] answers(PrivateEngine engine, String iteration) throws IOException {
        if (!iteration.equals("1")) {
            return new String[0];
        }
        Path answers = Files.writeString(
                engine.folder("answers").resolve("1.yml"), "iteration: \"1\"\nanswers:\n  apply: recreate\n");
        return new String[] {"--answers", answers.toString()};
    }
}
