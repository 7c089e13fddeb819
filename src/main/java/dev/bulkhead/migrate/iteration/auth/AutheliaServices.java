package dev.bulkhead.migrate.iteration.auth;

import static dev.bulkhead.topology.edit.FieldValue.text;
import static dev.bulkhead.topology.edit.FieldValue.texts;

import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.proxy.guard.ForwardAuth;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services of the portal: Authelia, and the Redis that keeps its sessions. Their secrets are mounted as files and stand in no
 * variable, command line or configuration (Authelia documentation, Secrets).
 *
 * @param networks the networks that Authelia joins; the first is that of both
 * @param smtp whether it signs in at a mail server
 */
record AutheliaServices(List<String> networks, boolean smtp) {

    static final String PORTAL = "authelia";
    static final String SESSIONS = "authelia-redis";
    static final ForwardAuth AUTH = ForwardAuth.authelia(PORTAL);
    /** The current major version is 4; its configuration changes with the minor one. */
    private static final String IMAGE = "authelia/authelia:4.39";

    private static final String REDIS = "redis:8-alpine";
    private static final String DATA = "authelia-data";
    static final int REDIS_PORT = 6379;

    AutheliaServices {
        networks = List.copyOf(networks);
    }

    /** Secret of the portal: its file, and the variable by which Authelia is told of that. */
    private record Secret(String name, String variable, SecretSource source) {

        SecretFile file() {
            return new SecretFile("secrets/" + name, source);
        }

        String inside() {
            return "/run/secrets/" + name;
        }
    }

    private List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>(List.of(
                made("authelia_session", "AUTHELIA_SESSION_SECRET_FILE"),
                made("authelia_storage", "AUTHELIA_STORAGE_ENCRYPTION_KEY_FILE"),
                made("authelia_redis", "AUTHELIA_SESSION_REDIS_PASSWORD_FILE")));
        if (smtp) {
            secrets.add(new Secret(
                    "authelia_smtp",
                    "AUTHELIA_NOTIFIER_SMTP_PASSWORD_FILE",
                    new SecretSource.Given("authelia-smtp", "the password of Authelia at the mail server")));
        }
        return secrets;
    }

    private static Secret made(String name, String variable) {
        return new Secret(name, variable, new SecretSource.Generated(SecretSource.Form.LETTERS_AND_DIGITS, 64));
    }

    /** Returns whether a service is the portal as it was declared here, by where its secrets stand. */
    static boolean ours(Service service) {
        Secret session = made("authelia_session", "AUTHELIA_SESSION_SECRET_FILE");
        return session.inside().equals(service.container().environment().get(session.variable()));
    }

    /** Returns the files of its secrets. */
    List<SecretFile> files() {
        return secrets().stream().map(Secret::file).toList();
    }

    /** Returns the edits that declare what the project does not have yet. */
    List<ProjectEdit> edits(Topology topology) {
        List<ProjectEdit> edits = new ArrayList<>();
        if (topology.service(PORTAL).isPresent()) {
            return edits;
        }
        for (Secret secret : secrets()) {
            edits.add(new FieldEdit.AddElement(
                    new Element.SecretElement(secret.name()),
                    FieldValue.fields().with("file", text("./" + secret.file().name()))));
        }
        edits.add(new FieldEdit.AddElement(new Element.VolumeElement(DATA), FieldValue.fields()));
        edits.add(new FieldEdit.AddElement(Element.service(SESSIONS), sessions()));
        edits.add(new FieldEdit.AddElement(Element.service(PORTAL), portal()));
        return edits;
    }

    /** Redis is told its password on its standard input, where no list of processes shows it. */
    private FieldValue.Fields sessions() {
        String password = "\"$(cat /run/secrets/authelia_redis)\"";
        return FieldValue.fields()
                .with("image", text(REDIS))
                .with("restart", text("unless-stopped"))
                .with(
                        "entrypoint",
                        texts(
                                "sh",
                                "-c",
                                "printf 'requirepass %s\\nsave \"\"\\nappendonly no\\n' " + password
                                        + " | exec redis-server -"))
                .with("secrets", texts("authelia_redis"))
                .with("networks", texts(networks.getFirst()))
                .with("healthcheck", health(texts("CMD-SHELL", "REDISCLI_AUTH=" + password + " redis-cli -e ping")));
    }

    private FieldValue.Fields portal() {
        FieldValue.Fields variables = FieldValue.fields();
        for (Secret secret : secrets()) {
            variables = variables.with(secret.variable(), text(secret.inside()));
        }
        return FieldValue.fields()
                .with("image", text(IMAGE))
                .with("restart", text("unless-stopped"))
                .with(
                        "depends_on",
                        FieldValue.fields()
                                .with(SESSIONS, FieldValue.fields().with("condition", text("service_healthy"))))
                .with("environment", variables)
                .with("volumes", texts("./" + AutheliaFiles.FOLDER + ":/config:ro", DATA + ":/data"))
                .with("secrets", texts(secrets().stream().map(Secret::name).toArray(String[]::new)))
                .with("networks", texts(networks.toArray(String[]::new)))
                .with("healthcheck", health(texts("CMD", "/app/healthcheck.sh")));
    }

    private static FieldValue.Fields health(FieldValue test) {
        return FieldValue.fields()
                .with("test", test)
                .with("interval", text("10s"))
                .with("timeout", text("3s"))
                .with("retries", FieldValue.number(5));
    }

    /** Returns the portal as a service of the project, for routes to lead to. */
    Service service() {
        return new Service(
                PORTAL,
                new NetworkMode.Networks(),
                networks.stream().map(Attachment::to).toList(),
                List.of(),
                List.of(),
                List.of(),
                new ContainerSpec(
                        Optional.empty(),
                        Optional.of(IMAGE),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        false,
                        ContainerSpec.HostAccess.NONE));
    }
}
