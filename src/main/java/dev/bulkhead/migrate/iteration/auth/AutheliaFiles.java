package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.proxy.guard.AccessRules.Policy;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.FileMode;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files of Authelia: its configuration, by the schema of version 4.39, and its users. No secret stands in them but the hashes
 * of passwords.
 */
final class AutheliaFiles {

    static final String FOLDER = "authelia";
    static final String CONFIGURATION = FOLDER + "/configuration.yml";
    static final String USERS = FOLDER + "/users.yml";

    /** What means something in an expression. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\.\\[\\]{}()*+?^$|]");

    private final Portal portal;
    private final List<Decision> decisions;
    private final Answers answers;

    AutheliaFiles(Portal portal, List<Decision> decisions, Answers answers) {
        this.portal = portal;
        this.decisions = List.copyOf(decisions);
        this.answers = answers;
    }

    /**
     * Returns the edits that write them.
     *
     * @param standing whether an earlier run wrote the users, to whom the operator has added others since
     */
    List<ProjectEdit> edits(boolean standing) throws AnswersException {
        ProjectEdit configuration = new FileEdit.WriteFile(CONFIGURATION, configuration());
        return standing
                ? List.of(configuration)
                : List.of(configuration, new FileEdit.WriteFile(USERS, users(), Optional.of(new FileMode("600"))));
    }

    private String users() {
        String name = answer(AuthQuestions.USER);
        return """
                # The people who sign in. A further one: the same four lines under another name, with the hash that
                #   docker compose exec authelia authelia crypto hash generate argon2
                # prints. Authelia takes the file up while it runs.
                users:
                  NAME:
                    displayname: NAME
                    password: 'HASH'
                    email: MAIL
                    groups: [admins]
                """.replace("NAME", name)
                .replace("HASH", answer(AuthQuestions.PASSWORD.id()))
                .replace("MAIL", answer(AuthQuestions.MAIL));
    }

    private String answer(String question) {
        return answers.value(question).orElse("");
    }

    private String configuration() throws AnswersException {
        return """
                # Authelia 4.39, as Bulkhead wrote it. Its secrets stand in files of their own, which its variables name.
                # yaml-language-server: $schema=https://www.authelia.com/schemas/v4.39/json-schema/configuration.json
                theme: auto
                server:
                  address: 'tcp://:9091PATH'
                log:
                  level: info
                totp:
                  issuer: 'DOMAIN'
                # A clock that cannot be compared with the world's, for want of a way out, is no reason to stay away.
                ntp:
                  disable_failure: true
                authentication_backend:
                  # The file of users is read only here.
                  password_reset:
                    disable: true
                  password_change:
                    disable: true
                  file:
                    path: /config/users.yml
                    watch: true
                    password:
                      algorithm: argon2
                session:
                  expiration: 12 hours
                  inactivity: 1 hour
                  remember_me: 1 month
                  cookies:
                    - domain: 'DOMAIN'
                      authelia_url: 'URL'
                  redis:
                    host: REDIS
                    port: 6379
                storage:
                  local:
                    path: /data/db.sqlite3
                regulation:
                  max_retries: 5
                  find_time: 2 minutes
                  ban_time: 5 minutes
                """.replace("PATH", portal.path())
                        .replace("DOMAIN", portal.domain().name())
                        .replace("URL", portal.url())
                        .replace("REDIS", AutheliaServices.SESSIONS)
                + notifier()
                + rules();
    }

    private String notifier() throws AnswersException {
        if (!answer(AuthQuestions.NOTIFIER).equals(AuthQuestions.SMTP)) {
            return """
                    notifier:
                      filesystem:
                        filename: /data/notification.txt
                    """;
        }
        for (String question : List.of(AuthQuestions.SMTP_ADDRESS, AuthQuestions.SMTP_SENDER)) {
            if (answer(question).isBlank()) {
                throw new AnswersException(
                        "Authelia is to send mail, and '" + question + "' has no answer; give one, or answer '"
                                + AuthQuestions.FILE + "' to '" + AuthQuestions.NOTIFIER + "'.");
            }
        }
        if (!answer(AuthQuestions.SMTP_ADDRESS).matches("(smtp|submission|submissions)://[^\\s/'\"]+")) {
            throw new AnswersException("The answer to '" + AuthQuestions.SMTP_ADDRESS + "' is '"
                    + answer(AuthQuestions.SMTP_ADDRESS)
                    + "'; write for instance submissions://smtp.example.org:465.");
        }
        String user = answer(AuthQuestions.SMTP_USER);
        return "notifier:\n  smtp:\n    address: " + quoted(answer(AuthQuestions.SMTP_ADDRESS)) + "\n    sender: "
                + quoted(answer(AuthQuestions.SMTP_SENDER)) + "\n"
                + (user.isBlank() ? "" : "    username: " + quoted(user) + "\n");
    }

    /** The first rule that fits decides, so single paths come before whole hosts. */
    private String rules() {
        StringBuilder text = new StringBuilder("""
                access_control:
                  default_policy: deny
                  rules:
                """);
        if (!portal.path().isEmpty()) {
            rule(text, "the portal itself", List.of(portal.host()), resources(List.of(portal.path())), Policy.BYPASS);
        }
        for (Decision decision : decisions) {
            if (decision.guarded() && !decision.letThrough().isEmpty()) {
                rule(
                        text,
                        "programs, which sign in at " + decision.entrance().service() + " itself",
                        decision.entrance().hosts(),
                        resources(decision.letThrough()),
                        Policy.BYPASS);
            }
        }
        List<Decision> ordered = new ArrayList<>(decisions);
        // of two that speak of the same paths the stricter one decides
        ordered.sort(Comparator.<Decision>comparingInt(decision -> -longest(decision))
                .thenComparing(Decision::access, Comparator.reverseOrder()));
        for (Decision decision : ordered) {
            decision.access()
                    .policy()
                    // a guard that stands before a whole site asks for what stays open there as well
                    .or(() -> besideGuarded(decision) ? Optional.of(Policy.BYPASS) : Optional.empty())
                    .ifPresent(policy -> rule(
                            text,
                            decision.entrance().service() + (decision.guarded() ? "" : ", which stays open"),
                            decision.entrance().hosts(),
                            resources(decision),
                            policy));
        }
        return text.toString();
    }

    /** Where ports tell services apart, no guard stands before the open ones, and a rule would open the others. */
    private boolean besideGuarded(Decision decision) {
        return decision.entrance().written().isEmpty() && guardedBeside(decision);
    }

    private boolean guardedBeside(Decision decision) {
        return decisions.stream()
                .filter(Decision::guarded)
                .flatMap(other -> other.entrance().hosts().stream())
                .anyMatch(decision.entrance().hosts()::contains);
    }

    /** Returns whether less is asked on the same name outside of its paths. */
    private boolean loosenedBeside(Decision decision) {
        return !decision.entrance().paths().isEmpty()
                && decisions.stream()
                        .anyMatch(other -> other.access().compareTo(decision.access()) < 0
                                && longest(other) < longest(decision)
                                && other.entrance().hosts().stream()
                                        .anyMatch(decision.entrance().hosts()::contains));
    }

    /**
     * A proxy can take more than what lies below a path: {@code PathPrefix(`/admin`)} takes {@code /administer} as well, and
     * Caddy heeds no capitals. Where less is asked beside it, all of that asks for what the path asks.
     */
    private List<String> resources(Decision decision) {
        return decision.guarded() && loosenedBeside(decision)
                ? decision.entrance().paths().stream()
                        .map(path -> "(?i)" + (path.endsWith("/") ? resource(path) : "^" + escaped(path)))
                        .toList()
                : resources(decision.entrance().paths());
    }

    private static List<String> resources(List<String> paths) {
        return paths.stream()
                .filter(path -> !path.equals("/"))
                .map(AutheliaFiles::resource)
                .toList();
    }

    private static int longest(Decision decision) {
        return decision.entrance().paths().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static void rule(
            StringBuilder text, String what, List<String> hosts, List<String> resources, Policy policy) {
        text.append("    # ").append(what).append('\n');
        text.append("    - domain: ").append(list(hosts)).append('\n');
        if (!resources.isEmpty()) {
            text.append("      resources: ").append(list(resources)).append('\n');
        }
        text.append("      policy: ").append(policy.text()).append('\n');
    }

    /** The expression of a path and what is below it (Authelia documentation, Access Control, resources). */
    private static String resource(String path) {
        return "^" + escaped(path) + "([/?].*)?$";
    }

    private static String escaped(String path) {
        return SPECIAL.matcher(Entrance.plain(path)).replaceAll("\\\\$0");
    }

    private static String list(List<String> texts) {
        return texts.stream().map(AutheliaFiles::quoted).collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
