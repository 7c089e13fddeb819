package dev.bulkhead.migrate;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.review.Review;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project whose Caddy gets a portal, on a practice engine. */
record CaddyBeforeAuthelia(Path directory) {

    private static final Path SCHEMAS = Path.of("src/test/resources/authelia");
    static final String HASH =
            "$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM";

    private static final String COMPOSE = """
            name: home
            services:
              caddy:
                image: caddy:2
                ports: ["443:443"]
                volumes: ["./caddy:/etc/caddy"]
              sonarr: {image: "lscr.io/linuxserver/sonarr:4.0"}
              start: {image: "ghcr.io/gethomepage/homepage:v1"}
            """;

    /** Returns iteration 4 with a Caddyfile, and answers in pairs beside what is proposed. */
    MigrationSession session(String caddyfile, String... more) throws Exception {
        Files.createDirectories(directory.resolve("caddy"));
        Files.writeString(directory.resolve("caddy/Caddyfile"), caddyfile);
        PracticeProject project = PracticeProject.of(directory, COMPOSE);
        MigrationSession session = project.migration().session("4");
        Answers answers = Answers.proposed("4", session.questions()).withValue("password", HASH);
        for (int i = 0; i < more.length; i += 2) {
            answers = answers.withValue(more[i], more[i + 1]);
        }
        session.answer(answers);
        return session;
    }

    /** Returns what a file of the project holds in the end. */
    static String text(Review review, String name) {
        return review.patch().changes().stream()
                .filter(change -> change.name().equals(name))
                .flatMap(change -> change.after().stream())
                .findFirst()
                .orElseThrow();
    }

    /** Returns what one of Authelia's own schemas finds in a file. */
    static List<String> faults(String schema, String yaml) throws Exception {
        Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(schema)), InputFormat.JSON);
        return read
                .validate(
                        yaml,
                        InputFormat.YAML,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
