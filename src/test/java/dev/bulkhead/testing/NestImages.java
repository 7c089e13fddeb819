package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Images of the real programs of MediaNest: HAProxy, nginx, PostgreSQL, Redis, Prometheus and its companions, started as the
 * official images start them. The application between them is a script, but a client of both stores: it answers a request only
 * when Redis has counted it and PostgreSQL has written it down. The firewall is nginx without its rules.
 */
public final class NestImages {

    /** Name of the image of a real nginx. */
    public static final String NGINX = "nginxinc/nginx-unprivileged:1.27-alpine";

    private static final Path DATABASE = Path.of("postgresql", "lib", "postgresql", "15");

    private NestImages() {}

    /** Makes them on an engine, in place of the stand-ins of the same names. */
    public static void provide(PrivateEngine engine) throws IOException {
        LayeredImage.provide(
                engine,
                "nest-haproxy",
                "haproxy:3.2-alpine",
                List.of("/usr/bin/haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"),
                "99:99",
                root -> ProgramImages.put("haproxy", root));
        nginx(engine);
        LayeredImage.provide(
                engine, "nest-waf", "owasp/modsecurity-crs:4-nginx-alpine", List.of("/waf"), "101:101", root -> {
                    ProgramImages.put("nginx", root);
                    open(root.resolve("tmp"));
                    Path settings = Files.createDirectories(root.resolve("etc/nginx"));
                    open(settings);
                    StandInImages.script(root.resolve("waf"), WAF.replace("SETTINGS", settings(WAF_SERVER)));
                });
        database(engine);
        LayeredImage.provide(engine, "nest-redis", "redis:7-alpine", List.of("/redis"), root -> {
            ProgramImages.put("redis-server", root);
            StandInImages.script(root.resolve("redis"), REDIS);
            replace("redis-cli", root);
            own(Files.createDirectories(root.resolve("data")), 999, 1000);
        });
        LayeredImage.provide(
                engine, "nest-app", "medianest/app:1.4.0", List.of("nc", "-ll", "-p", "4000", "-e", "/app"), root -> {
                    replace("redis-cli", root);
                    open(root.resolve("tmp"));
                    ProgramImages.put(
                            ProgramImages.program(DATABASE.resolve("bin/psql").toString()), root);
                    StandInImages.script(root.resolve("app"), APPLICATION);
                });
        ProgramImages.prometheusAsShipped(engine, "prom/prometheus:v3.5.0");
        ProgramImages.alertmanagerInMemory(engine, "prom/alertmanager:v0.28.1");
        ProgramImages.nodeExporter(engine, "quay.io/prometheus/node-exporter:v1.9.1");
    }

    /** Makes the image of a real nginx that reads its servers from {@code /etc/nginx/conf.d}, as one that is not root. */
    public static void nginx(PrivateEngine engine) throws IOException {
        LayeredImage.provide(
                engine,
                "nest-nginx",
                NGINX,
                List.of("/usr/bin/nginx", "-e", "stderr", "-g", "daemon off;"),
                "101:101",
                root -> {
                    ProgramImages.put("nginx", root);
                    open(root.resolve("tmp"));
                    Files.createDirectories(root.resolve("etc/nginx/conf.d"));
                    Files.writeString(
                            root.resolve("etc/nginx/nginx.conf"), settings("include /etc/nginx/conf.d/*.conf;"));
                });
    }

    /** What the official image does at its first start is done beforehand: it takes longer than health checks wait on a busy machine. */
    private static void database(PrivateEngine engine) throws IOException {
        String files = "nest/postgres-files:1";
        LayeredImage.provide(engine, "nest-postgres", files, List.of("/postgres"), "70:70", NestImages::database);
        String password =
                Files.readString(SampleFiles.original(SampleFiles.MEDIANEST).resolve("secrets/database_password.txt"));
        engine.docker("run", "--name", "nest-seed", "-e", "POSTGRES_PASSWORD=" + password.strip(), files, "prepare");
        engine.docker("commit", "--change", "CMD []", "nest-seed", "postgres:16-alpine");
        engine.docker("rm", "nest-seed");
    }

    private static void database(Path root) throws IOException {
        // its programs look for each other and for what they read, seen from where they are
        Path bin = Files.createDirectories(root.resolve("usr/lib/postgresql/15/bin"));
        SampleFiles.copyTree(
                ProgramImages.program(DATABASE.resolve("lib").toString()), root.resolve("usr/lib/postgresql/15/lib"));
        Files.createDirectories(root.resolve("usr/share/postgresql"));
        SampleFiles.copyTree(
                ProgramImages.program("postgresql/share/postgresql/15"), root.resolve("usr/share/postgresql/15"));
        for (String name : List.of("postgres", "initdb", "pg_isready", "psql")) {
            Path program =
                    ProgramImages.program(DATABASE.resolve("bin").resolve(name).toString());
            ProgramImages.libraries(program, root);
            Files.copy(program, bin.resolve(name));
        }
        Files.delete(root.resolve("bin/pg_isready"));
        Files.createSymbolicLink(root.resolve("bin/pg_isready"), Path.of("../usr/lib/postgresql/15/bin/pg_isready"));
        Files.writeString(root.resolve("etc/passwd"), StandInScripts.USERS);
        Files.writeString(root.resolve("etc/group"), StandInScripts.GROUPS);
        own(Files.createDirectories(root.resolve("var/lib/postgresql/data")), 70, 70);
        open(Files.createDirectories(root.resolve("var/run/postgresql")));
        StandInImages.script(root.resolve("postgres"), POSTGRES);
    }

    /** Puts a program where stand-ins have a script of its name. */
    private static void replace(String program, Path root) throws IOException {
        Files.delete(root.resolve("bin").resolve(program));
        ProgramImages.put(program, root);
    }

    private static void own(Path place, int user, int group) throws IOException {
        Files.setAttribute(place, "unix:uid", user);
        Files.setAttribute(place, "unix:gid", group);
    }

    /** Lets everybody write; what is mounted there in memory is as open as the folder that it covers. */
    private static void open(Path place) throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private static String settings(String servers) {
        return """
                worker_processes 1;
                pid /tmp/nginx.pid;
                error_log stderr error;
                events { worker_connections 256; }
                http {
                  access_log off;
                  client_body_temp_path /tmp/client; proxy_temp_path /tmp/proxy; fastcgi_temp_path /tmp/fastcgi;
                  uwsgi_temp_path /tmp/uwsgi; scgi_temp_path /tmp/scgi;
                  SERVERS
                }
                """.replace("SERVERS", servers);
    }

    private static final String WAF_SERVER =
            "server { listen $PORT; location = /healthz { return 200 OK; } location / { proxy_pass $BACKEND; } }";

    private static final String WAF = """
            #!/bin/sh
            cat >/etc/nginx/nginx.conf <<END
            SETTINGS
            END
            exec nginx -e stderr -g 'daemon off;'
            """;

    private static final String POSTGRES = """
            #!/bin/sh
            bin=/usr/lib/postgresql/15/bin
            data=/var/lib/postgresql/data
            if [ "$1" = prepare ]; then
              echo "$POSTGRES_PASSWORD" >/dev/shm/password
              $bin/initdb -D $data -U medianest --pwfile=/dev/shm/password --auth-local=trust --no-locale \\
                --auth-host=scram-sha-256 -E UTF8 -N || exit 1
              rm /dev/shm/password
              echo 'host all all all scram-sha-256' >>$data/pg_hba.conf
              echo 'CREATE DATABASE medianest' | $bin/postgres --single -D $data postgres || exit 1
              echo 'CREATE TABLE requests (number bigint)' | $bin/postgres --single -D $data medianest || exit 1
              exit
            fi
            exec $bin/postgres -D $data -k /var/run/postgresql -c listen_addresses='*'
            """;

    /** As the official image: it works in its volume, and has no protected mode, since networks are what protects it. */
    private static final String REDIS = """
            #!/bin/sh
            cd /data
            [ "$1" != redis-server ] || shift
            exec /usr/bin/redis-server --protected-mode no "$@"
            """;

    /** Answers one request: from the application itself what is asked of it, anything else with the help of both stores. */
    private static final String APPLICATION = """
            #!/bin/sh
            cr=$(printf '\\r')
            read -r -t 5 method path rest
            while read -r -t 5 line && [ -n "$line" ] && [ "$line" != "$cr" ]; do :; done
            status='200 OK'
            case $path in
              /api/health) body=well;;
              /metrics) body='stand_in 1
            ';;
              *)
                store=${REDIS_URL#redis://}
                number=$(timeout 10 redis-cli -h "${store%%:*}" INCR requests 2>&1)
                written=$(PGPASSWORD=$(cat "$DATABASE_PASSWORD_FILE") PGCONNECT_TIMEOUT=10 psql -X -q -A -t -h "$DATABASE_HOST" \\
                  -U "$DATABASE_USER" -d "$DATABASE_NAME" -c "INSERT INTO requests VALUES ('$number') RETURNING number" 2>&1)
                if [ -n "$number" ] && [ "$written" = "$number" ]; then
                  body="MediaNest answers request $number"
                else
                  status='500 Internal Server Error'
                  body="Redis: $number PostgreSQL: $written"
                fi;;
            esac
            printf 'HTTP/1.1 %s\\r\\nContent-Type: text/plain\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n%s' \\
              "$status" ${#body} "$body"
            """;
}
