package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bulkhead.migrate.authority.Issued;
import dev.bulkhead.migrate.authority.Issuer;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What iterations 3, 4 and 7 write for Traefik is what its schemas demand: files as they are; flags and labels by their names,
 * which are those of the files, whatever their capitals (Traefik documentation, Configuration Discovery, Docker).
 */
class TraefikSchemaTest {

    private static final Path SCHEMAS = Path.of("src/test/resources/traefik");
    private static final String HASH =
            "$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM";
    private static final Pattern FLAG = Pattern.compile("--((?:[A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+)=");
    private static final Pattern LABEL = Pattern.compile("traefik\\.((?:http|tcp)\\.[A-Za-z0-9_.-]+)[:=]");

    private static final String BY_FILES = """
            services:
              traefik:
                image: traefik:v3.5
                ports: ["80:80"]
                volumes: ["./traefik:/etc/traefik", "./dynamic:/dynamic"]
                networks: [flat]
              web:
                image: nginx:1
                networks: [flat]
            networks:
              flat: {}
            """;

    private static final String STATIC = """
            entryPoints:
              web:
                address: ":80"
            providers:
              file:
                directory: /dynamic
            """;

    private static final String DYNAMIC = """
            http:
              routers:
                web:
                  rule: "Host(`web.example.org`)"
                  entryPoints: [web]
                  service: web
              services:
                web:
                  loadBalancer:
                    servers:
                      - url: "http://web:80"
            """;

    private static final String BY_LABELS = """
            services:
              traefik:
                image: traefik:v3.5
                command: ["--providers.docker=true", "--api.insecure=true", "--entrypoints.web.address=:80"]
                ports: ["80:80"]
                labels:
                  traefik.enable: "true"
                  traefik.http.routers.own.rule: Host(`traefik.example.org`)
                  traefik.http.routers.own.service: api@internal
                networks: [flat]
              web:
                image: nginx:1
                networks: [flat]
                labels:
                  traefik.enable: "true"
                  traefik.http.routers.web.rule: Host(`web.example.org`)
                  traefik.http.services.web.loadbalancer.server.port: "80"
            networks:
              flat: {}
            """;

    @TempDir
    private Path directory;

    private Map<String, String> written(String compose, String iteration, Map<String, String> answers)
            throws Exception {
        MigrationSession session =
                PracticeProject.of(directory, compose).migration.session(iteration);
        Answers given = Answers.proposed(iteration, session.questions());
        for (Map.Entry<String, String> answer : new TreeMap<>(answers).entrySet()) {
            given = given.withValue(answer.getKey(), answer.getValue());
        }
        for (Question question : session.questions()) {
            if (question instanceof Question.Password) {
                given = given.withValue(question.id(), HASH);
            }
            if (question.id().equals("rate") && question instanceof Question.Table table) {
                for (Question.Row row : table.rows()) {
                    given = given.withValue(row.id(), row.offered().getFirst());
                }
            }
        }
        session.answer(given);
        Map<String, String> texts = new TreeMap<>();
        session.review()
                .patch()
                .changes()
                .forEach(change -> texts.put(change.name(), change.after().orElse("")));
        return texts;
    }

    private void files() throws Exception {
        Files.createDirectories(directory.resolve("traefik"));
        Files.createDirectories(directory.resolve("dynamic"));
        Files.writeString(directory.resolve("traefik/traefik.yml"), STATIC);
        Files.writeString(directory.resolve("dynamic/routes.yml"), DYNAMIC);
    }

    private static List<String> faults(String schema, String yaml) throws Exception {
        Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(SCHEMAS.resolve(schema)), InputFormat.JSON);
        return read.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    /** Returns the names among those of a text that a schema has no setting for. */
    private static List<String> unknown(String schema, Pattern names, String text) throws Exception {
        JsonNode root = new ObjectMapper().readTree(SCHEMAS.resolve(schema).toFile());
        List<String> unknown = new ArrayList<>();
        Matcher name = names.matcher(text);
        int found = 0;
        while (name.find()) {
            found++;
            if (!known(root, root, List.of(name.group(1).split("\\.", -1)))) {
                unknown.add(name.group(1));
            }
        }
        assertThat(found).as("names in the text").isPositive();
        return unknown;
    }

    private static boolean known(JsonNode root, JsonNode at, List<String> path) {
        if (at.has("$ref")) {
            return known(root, root.at(at.get("$ref").asText().substring(1)), path);
        }
        if (path.isEmpty()) {
            return true;
        }
        List<String> rest = path.subList(1, path.size());
        for (Map.Entry<String, JsonNode> property : at.path("properties").properties()) {
            if (property.getKey().equalsIgnoreCase(path.getFirst()) && known(root, property.getValue(), rest)) {
                return true;
            }
        }
        // labels write the one server of a service so, and have the proxy find its address
        if (String.join(".", path).toLowerCase(Locale.ROOT).equals("server.port")) {
            return at.path("properties").has("servers");
        }
        for (String alternatives : List.of("oneOf", "anyOf")) {
            for (JsonNode alternative : at.path(alternatives)) {
                if (known(root, alternative, path)) {
                    return true;
                }
            }
        }
        return at.path("additionalProperties").isObject() && known(root, at.get("additionalProperties"), rest);
    }

    @Test
    void theSchemasFindFaults() throws Exception {
        assertThat(faults("static.json", STATIC.replace("address: \":80\"", "adress: \":80\"")))
                .isNotEmpty();
        assertThat(faults("dynamic.json", DYNAMIC.replace("rule: ", "rules: "))).isNotEmpty();
        assertThat(unknown("static.json", FLAG, "--certificatesresolvers.acme.acme.emial=me@example.org"))
                .containsExactly("certificatesresolvers.acme.acme.emial");
        assertThat(unknown("dynamic.json", LABEL, "traefik.http.routers.web.entrypoint: web"))
                .containsExactly("http.routers.web.entrypoint");
    }

    @Test
    void filesOfIteration3AreValidForEverySourceOfCertificates() throws Exception {
        files();
        Issuer issuer = new Issuer(InstantSource.system(), new SecureRandom());
        Issued own = issuer.leaf(issuer.root("Mine", List.of("example.org")), List.of("web.example.org"));
        Files.createDirectories(directory.resolve("tls/own"));
        Files.writeString(directory.resolve("tls/own/chain.pem"), own.certificatePem());
        Files.writeString(directory.resolve("tls/own/key.pem"), own.keyPem());
        Map<String, Map<String, String>> sources = Map.of(
                "acme-dns", Map.of("dns-provider", "hetzner", "email", "me@example.org"),
                "acme-http", Map.of("stage", "staging"),
                "private", Map.of("versions", "1.3", "hsts", "on"),
                "own", Map.of("certificate-file", "tls/own/chain.pem", "key-file", "tls/own/key.pem"));
        for (Map.Entry<String, Map<String, String>> source : new TreeMap<>(sources).entrySet()) {
            Map<String, String> answers = new TreeMap<>(source.getValue());
            answers.put("certificate", source.getKey());
            Map<String, String> texts = written(BY_FILES, "3", answers);

            assertThat(faults("static.json", texts.get("traefik/traefik.yml")))
                    .as(source.getKey())
                    .isEmpty();
            assertThat(faults("dynamic.json", texts.get("dynamic/routes.yml")))
                    .as(source.getKey())
                    .isEmpty();
            assertThat(faults("dynamic.json", texts.get("dynamic/bulkhead-tls.yml")))
                    .as(source.getKey())
                    .isEmpty();
        }
    }

    @Test
    void filesOfPortsUnderOneNameAreValid() throws Exception {
        files();
        Map<String, String> texts = written(
                BY_FILES,
                "3",
                Map.of("routing", "ports", "one-name", "box.tail1234.ts.net", "certificate", "tailscale"));

        assertThat(texts.get("traefik/traefik.yml")).contains("port8443:", "tailscale: {}");
        assertThat(faults("static.json", texts.get("traefik/traefik.yml"))).isEmpty();
        assertThat(texts.get("dynamic/routes.yml")).contains("rule: 'Host(`box.tail1234.ts.net`)'");
        assertThat(faults("dynamic.json", texts.get("dynamic/routes.yml"))).isEmpty();
    }

    @Test
    void aGuardInADynamicFileIsValid() throws Exception {
        files();
        Files.writeString(
                directory.resolve("dynamic/routes.yml"),
                DYNAMIC.replace("entryPoints: [web]", "entryPoints: [websecure]\n      tls: {}"));
        Files.writeString(
                directory.resolve("traefik/traefik.yml"),
                STATIC.replace("web:\n", "websecure:\n").replace(":80", ":443"));
        Map<String, String> texts =
                written(BY_FILES.replace("80:80", "443:443"), "4", Map.of("access.web.example.org", "one-factor"));

        assertThat(texts.get("dynamic/routes.yml")).contains("forwardAuth:", "middlewares:");
        assertThat(faults("dynamic.json", texts.get("dynamic/routes.yml"))).isEmpty();
    }

    @Test
    void flagsAndLabelsNameSettingsThatThereAre() throws Exception {
        Map<String, String> tls = written(
                BY_LABELS,
                "3",
                Map.of("certificate", "acme-dns", "dns-provider", "hetzner", "email", "me@example.org", "hsts", "on"));

        assertThat(unknown("static.json", FLAG, tls.get("compose.yml"))).isEmpty();
        assertThat(unknown("dynamic.json", LABEL, tls.get("compose.yml"))).isEmpty();

        String encrypted = BY_LABELS
                .replace("\"--entrypoints.web.address=:80\"", "\"--entrypoints.websecure.address=:443\"")
                .replace(
                        "rule: Host(`web.example.org`)",
                        "tls: \"true\"\n      traefik.http.routers.web.rule: Host(`web.example.org`)");
        Map<String, String> guarded = written(encrypted, "4", Map.of("access.web.example.org", "one-factor"));
        assertThat(guarded.get("compose.yml")).contains("forwardauth");
        assertThat(unknown("dynamic.json", LABEL, guarded.get("compose.yml"))).isEmpty();

        Map<String, String> limited = written(BY_LABELS, "7", Map.of());
        assertThat(limited.get("compose.yml")).contains("ratelimit.average");
        assertThat(unknown("dynamic.json", LABEL, limited.get("compose.yml"))).isEmpty();
    }
}
