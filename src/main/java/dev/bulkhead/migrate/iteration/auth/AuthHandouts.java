package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.iteration.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Handouts of iteration 4: the way in when nobody can sign in, what each route asks, the first signing in, further people. */
final class AuthHandouts {

    private final Portal portal;
    private final List<Decision> decisions;
    private final Answers answers;
    private final Optional<String> address;

    AuthHandouts(Portal portal, List<Decision> decisions, Answers answers, Optional<String> address) {
        this.portal = portal;
        this.decisions = List.copyOf(decisions);
        this.answers = answers;
        this.address = address;
    }

    List<Handout> all() {
        return List.of(emergency(), matrix(), names(), first());
    }

    /** Shown before anything is applied: who needs it cannot look it up behind the portal. */
    private static Handout emergency() {
        return new Handout(
                "Emergency way in, should nobody be able to sign in (keep it outside of this system)",
                List.of(
                        "# everything as it was before, from the machine of the engine:",
                        "bulkhead rollback PATH --yes",
                        "# why the portal does not answer, and started anew:",
                        "docker compose logs " + AutheliaServices.PORTAL + " " + AutheliaServices.SESSIONS,
                        "docker compose up -d --force-recreate " + AutheliaServices.SESSIONS + " "
                                + AutheliaServices.PORTAL,
                        "# a lost second factor is forgotten, so that another can be set up:",
                        "docker compose exec " + AutheliaServices.PORTAL
                                + " authelia storage user totp delete NAME --config /config/configuration.yml",
                        "# a single service past proxy and portal: its own port, through the machine of the engine:",
                        "ssh -L 8080:$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}'"
                                + " CONTAINER | cut -d' ' -f1):PORT MACHINE"));
    }

    private Handout matrix() {
        int width = decisions.stream()
                .mapToInt(decision -> decision.entrance().text().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (Decision decision : decisions) {
            String name = decision.entrance().text();
            lines.add(name
                    + " ".repeat(width - name.length() + 2)
                    + decision.access().word()
                    + (decision.guarded() && !decision.letThrough().isEmpty()
                            ? "; not asked under " + String.join(", ", decision.letThrough())
                            : ""));
        }
        return new Handout("What each route asks of people", lines);
    }

    private Handout names() {
        String to = address.orElse("ADDRESS-OF-THIS-HOST");
        return new Handout(
                "Name of the portal for /etc/hosts of every machine, or for the DNS server",
                List.of(to + " " + portal.host()));
    }

    private Handout first() {
        List<String> lines = new ArrayList<>(List.of(
                "Open " + portal.url() + "/ and sign in as "
                        + answers.value(AuthQuestions.USER).orElse("")
                        + ".",
                "Set a second factor up there before you open a route that asks for two."));
        if (!answers.value(AuthQuestions.NOTIFIER)
                .filter(AuthQuestions.SMTP::equals)
                .isPresent()) {
            lines.add("The code that Authelia asks for then is read by: docker compose exec " + AutheliaServices.PORTAL
                    + " cat /data/notification.txt");
        }
        lines.add("Further people: " + AutheliaFiles.USERS + ", with a hash of: docker compose exec "
                + AutheliaServices.PORTAL + " authelia crypto hash generate argon2");
        return new Handout("First signing in", lines);
    }
}
