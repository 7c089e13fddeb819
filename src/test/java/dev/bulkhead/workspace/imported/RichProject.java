package dev.bulkhead.workspace.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with most of what a Compose file can say of a container comes back from an import as it was. */
abstract class RichProject {

    private static final String COMPOSE = """
            name: shop
            services:
              web:
                image: rich:1
                container_name: shopfront
                hostname: front
                domainname: example.org
                entrypoint: ["/stand-in", "web"]
                command: ["80", "with space", "$$DOLLAR", ""]
                user: "1000:1000"
                working_dir: /
                environment: {PLAIN: value, DB_PASSWORD: "s3cr3t$$x'\\"\\\\y", EMPTY: "", MULTI: "a\\nb", NUMBER: 007, "ODD.NAME": "#1: x"}
                env_file: web.env
                labels: {traefik.enable: "true", note: "cost $$5", "with.$$dollar": x, proxy.basicauth.users: "me:$$apr1$$abc"}
                ports: ["8080:80", "127.0.0.1:8443:443/tcp", "5353:53/udp", "9999", "7100-7102:7100-7102", "[::1]:81:81", "8300-8310:83"]
                expose: ["7000"]
                volumes:
                  - ./conf:/etc/app:ro
                  - data:/data
                  - /anon
                  - {type: tmpfs, target: /scratch, tmpfs: {size: 1048576, mode: 1770}}
                  - {type: bind, source: ./conf, target: /conf2, bind: {create_host_path: false, propagation: rprivate}}
                  - {type: volume, source: shared, target: /nocopy, volume: {nocopy: true}}
                  - {type: volume, source: taken, target: /taken, read_only: true}
                tmpfs: ["/run:size=64k", "/tmp2"]
                healthcheck: {test: ["CMD-SHELL", "true || echo $$?"], interval: 1m30s, timeout: 3s, retries: 4, start_period: 1500ms}
                restart: unless-stopped
                cap_add: [NET_ADMIN]
                cap_drop: [MKNOD]
                security_opt: ["no-new-privileges:true"]
                mem_limit: 128m
                mem_reservation: 64m
                memswap_limit: 200m
                cpus: 0.5
                cpu_shares: 512
                cpuset: "0"
                pids_limit: 100
                shm_size: 32m
                ulimits: {nofile: {soft: 1024, hard: 2048}, nproc: 500}
                sysctls: {net.core.somaxconn: 1024}
                logging: {driver: json-file, options: {max-size: "1m", max-file: "2"}}
                dns: [1.1.1.1]
                dns_search: [example.org]
                dns_opt: ["ndots:2"]
                extra_hosts: ["api.local:192.0.2.7", "six.local:2001:db8::7"]
                init: true
                stop_signal: SIGINT
                stop_grace_period: 20s
                devices: ["/dev/null:/dev/zero2:r"]
                device_cgroup_rules: ["c 1:3 mr"]
                group_add: ["5"]
                read_only: true
                tty: true
                stdin_open: true
                oom_score_adj: 100
                ipc: shareable
                mac_address: 02:42:0a:00:00:99
                secrets: [pw]
                configs: [{source: app, target: /etc/app.conf}]
                depends_on: {db: {condition: service_healthy, restart: true}}
                networks:
                  front: {aliases: [www, shop], ipv4_address: 10.77.0.10}
                  back: {priority: 10}
                  outside: {}
              db:
                image: rich:1
                command: ["5432", "--requirepass", "hunter22!"]
                environment: [POSTGRES_PASSWORD=hunter22, "NOT_SET"]
                volumes: ["dbdata:/var/lib/db", "/imgdata"]
                restart: on-failure:3
                networks: [back]
              guest:
                image: rich:1
                network_mode: service:web
                pid: service:web
                ipc: service:web
                init: false
                user: "999"
              linker:
                image: rich:1
                links: ["db:database"]
                networks: [back, default]
                deploy: {replicas: 2, resources: {limits: {memory: 50M, cpus: "0.25"}}}
              hosted:
                image: rich:1
                network_mode: host
                pid: host
                uts: host
                userns_mode: host
                healthcheck: {disable: true}
                entrypoint: ["/stand-in", "rich:0", "80"]
                restart: always
              bridged:
                image: rich:1
                network_mode: bridge
                restart: "no"
                volumes_from: ["db:ro"]
              quiet:
                image: rich:1
                network_mode: none
                security_opt: ["seccomp:./profile.json"]
              joined:
                image: rich:1
                networks: {pinned: {}, back: {aliases: [other]}}
            networks:
              front: {ipam: {config: [{subnet: 10.77.0.0/24, gateway: 10.77.0.1}]}, labels: {tier: edge}}
              back: {internal: true, driver_opts: {com.docker.network.bridge.name: br-back}, enable_ipv6: false}
              outside: {name: from-elsewhere, external: true}
              pinned: {name: pinned-net, driver: bridge, ipam: {config: [{subnet: 172.29.0.0/16}]}, attachable: true}
            volumes:
              data: {labels: {keep: "yes"}}
              shared: {driver_opts: {type: tmpfs, device: tmpfs, o: "size=1m"}}
              dbdata: {}
              taken: {external: true, name: from-elsewhere}
            secrets:
              pw: {file: ./pw.txt}
            configs:
              app: {file: ./conf/app.conf}
            """;

    private static final String PROFILE = """
            {"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{"names": ["acct"], "action": "SCMP_ACT_ERRNO"}]}
            """;

    private final PrivateEngine engine;

    @TempDir
    private Path scratch = Path.of("");

    RichProject(PrivateEngine engine) {
        this.engine = engine;
    }

    private RoundTrip.Original original() throws IOException {
        Path directory = Files.createDirectories(scratch.resolve("shop"));
        Files.writeString(directory.resolve("docker-compose.yml"), COMPOSE);
        Files.createDirectories(directory.resolve("conf"));
        Files.writeString(directory.resolve("conf/app.conf"), "hello");
        Files.writeString(directory.resolve("pw.txt"), "secret");
        Files.writeString(directory.resolve("web.env"), "FROM_FILE=yes\nAPI_TOKEN=abcdef123\n");
        Files.writeString(directory.resolve("profile.json"), PROFILE);
        return new RoundTrip.Original("shop", directory, Map.of(), List.of());
    }

    /** An image that says much itself, the same on both engines. */
    private void prepare(PrivateEngine one) throws IOException {
        Path archive = engine.folder("rich").resolve("rich.tar");
        if (!Files.exists(archive)) {
            StandInImages.provide(engine, "rich:0");
            engine.docker("create", "--name", "rich", "--stop-signal", "SIGTERM", "rich:0");
            engine.docker(
                    "commit",
                    "--change=CMD [\"9000\"]",
                    "--change=EXPOSE 9000",
                    "--change=VOLUME /imgdata",
                    "--change=LABEL said.by=image other=one",
                    "--change=ENV FROM_IMAGE=yes",
                    "--change=WORKDIR /tmp",
                    "--change=HEALTHCHECK --interval=1s CMD true",
                    "rich",
                    "rich:1");
            engine.docker("rm", "rich");
            engine.docker("save", "-o", archive.toString(), "rich:1");
        }
        one.docker("load", "-i", archive.toString());
        if (!one.docker("network", "ls", "--format", "{{.Name}}").contains("from-elsewhere")) {
            one.docker("network", "create", "from-elsewhere");
            one.docker("volume", "create", "from-elsewhere");
        }
    }

    @Test
    void isTheSameAgainWhereverItsSecretsGo() throws Exception {
        try (PrivateEngine fresh = PrivateEngine.start(engine.release())) {
            RoundTrip trip = new RoundTrip(engine, fresh);
            assertThat(trip.differences(original(), this::prepare)).isEmpty();
            assertThat(trip.differences(original(), this::prepare, "--environment", "env"))
                    .isEmpty();
            assertThat(trip.differences(original(), this::prepare, "--secrets", "files"))
                    .isEmpty();
            assertThat(trip.differences(original(), this::prepare, "--secrets", "inline"))
                    .isEmpty();
        }
    }
}
