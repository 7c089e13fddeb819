package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.catalogue.Machines;
import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.LineKind;
import dev.bulkhead.migrate.playbook.Question.Option;
import dev.bulkhead.migrate.playbook.Question.Row;
import dev.bulkhead.proxy.ProxyServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions of iteration 4: where people sign in, who they are, and what each entrance asks of them. */
final class AuthQuestions {

    static final String PORTAL = "portal";
    static final String USER = "user";
    static final String MAIL = "mail";
    static final Question.Password PASSWORD = new Question.Password(
            "password",
            "Which password does this person have?",
            "Only its argon2id hash is kept. Change it by applying this iteration again with another one.");
    static final String NOTIFIER = "notifier";
    static final String SMTP = "smtp";
    static final String FILE = "file";
    static final String SMTP_ADDRESS = "smtp.address";
    static final String SMTP_SENDER = "smtp.sender";
    static final String SMTP_USER = "smtp.user";
    static final String ACCESS = "access.";
    static final String MACHINES = "machines.";
    static final String BYPASS = "bypass";
    static final String SIGN_IN = "sign-in";

    private final Entrances entrances;

    AuthQuestions(Entrances entrances) {
        this.entrances = entrances;
    }

    List<Question> all() {
        List<Entrance> guardable = entrances.guardable();
        Optional<ProxyServer> proxy = entrances.proxy();
        if (proxy.isEmpty()) {
            return List.of();
        }
        Portal portal = Portal.of(Portal.proposed(guardable), guardable, proxy.get());
        List<Question> questions = new ArrayList<>();
        questions.add(new Question.Table(
                "access",
                "What does each route ask of people?",
                "What nobody has named is denied.",
                "Route",
                Access.options(),
                entrances.all().stream().map(entrance -> row(entrance, portal)).toList()));
        List<Row> machines = guardable.stream()
                .flatMap(entrance -> machineRow(entrance).stream())
                .toList();
        if (!machines.isEmpty()) {
            questions.add(new Question.Table(
                    "machines",
                    "Which paths do programs use that cannot sign in at a portal?",
                    "Apps, other programs and web hooks call them; what they sign in with at the service itself still"
                            + " holds.",
                    "Paths",
                    List.of(
                            new Option(BYPASS, "Let through", "The portal does not ask there."),
                            new Option(SIGN_IN, "Ask as well", "Programs that come from outside are shut out.")),
                    machines));
        }
        questions.add(new Question.Line(
                PORTAL,
                "Under which name do people sign in?",
                "It becomes a route of " + proxy.get().key()
                        + " and needs a certificate as the others have. The name of another route gets the portal below"
                        + " /authelia there.",
                LineKind.HOST_NAME,
                portal.host()));
        if (entrances.portalStands()) {
            questions.addAll(notifier());
            return List.copyOf(questions);
        }
        questions.add(new Question.Line(
                USER,
                "What is the first person called that signs in?",
                "More are added to authelia/users.yml; the report says how.",
                LineKind.USER_NAME,
                "admin"));
        questions.add(new Question.Line(
                MAIL,
                "Which address does this person have?",
                "Authelia writes there where it sends mail.",
                LineKind.MAIL,
                "admin@" + portal.domain().name()));
        questions.add(PASSWORD);
        questions.addAll(notifier());
        return List.copyOf(questions);
    }

    private static List<Question> notifier() {
        return List.of(
                new Question.Choice(
                        NOTIFIER,
                        "How does Authelia tell people of codes?",
                        "Whoever sets up a second factor is sent a code once.",
                        List.of(
                                new Option(
                                        FILE,
                                        "It writes them into a file",
                                        "You read the code to people; the report says how."),
                                new Option(
                                        SMTP,
                                        "It sends mail",
                                        "It needs a mail server, and a network with a way out to it.")),
                        FILE),
                new Question.Line(
                        SMTP_ADDRESS,
                        "Which mail server?",
                        "Only where it sends mail, for instance submissions://smtp.example.org:465.",
                        LineKind.FREE,
                        ""),
                new Question.Line(SMTP_SENDER, "Who is the sender?", "Only where it sends mail.", LineKind.FREE, ""),
                new Question.Line(
                        SMTP_USER,
                        "With which user name does it sign in there?",
                        "Only where it sends mail; its password is asked for when the change is applied, and kept in a"
                                + " file of its own.",
                        LineKind.FREE,
                        ""));
    }

    private Row row(Entrance entrance, Portal portal) {
        Optional<String> obstacle = entrances.obstacle(entrance).or(() -> outside(entrance, portal));
        if (obstacle.isPresent()) {
            return new Row(
                    ACCESS + entrance.id(),
                    entrance.text(),
                    obstacle.get(),
                    List.of(Access.OPEN.word()),
                    Access.OPEN.word());
        }
        Proposal proposal = strictest(entrance);
        return new Row(
                ACCESS + entrance.id(),
                entrance.text(),
                proposal.why() + unread(entrance),
                Access.options().stream().map(Option::value).toList(),
                proposal.access().word());
    }

    private static Optional<String> outside(Entrance entrance, Portal portal) {
        return portal.domain()
                .obstacle()
                .or(() -> entrance.hosts().stream()
                        .filter(host -> !portal.domain().has(host))
                        .findFirst()
                        .map(host -> host + " is not below " + portal.domain().name()
                                + ", where people are signed in: browsers send its cookie nowhere else."));
    }

    private String unread(Entrance entrance) {
        List<String> unknown = entrances.unknown(entrance);
        return unknown.isEmpty()
                ? ""
                : " Whether " + String.join(", ", unknown)
                        + " before it asks already is not known: where that is defined" + " was not read.";
    }

    private record Proposal(Access access, String why) {}

    private Proposal propose(Entrance entrance) {
        Optional<String> asked = entrances.asked(entrance);
        if (asked.isPresent()) {
            return new Proposal(Access.OPEN, asked.get() + " asks already who comes; people would be asked twice.");
        }
        Optional<Machines> machines = entrances.machines(entrance);
        if (machines.filter(Machines::everywhere).isPresent()) {
            return new Proposal(
                    Access.OPEN,
                    "Open to " + machines.get().who() + ", which use all of its paths; it asks for "
                            + machines.get().by() + ".");
        }
        Optional<Role> role = entrances.profile(entrance).flatMap(ServiceProfile::role);
        if (Entrances.ownPage(entrance)) {
            return new Proposal(Access.TWO, "A page of the proxy itself shows every route there is.");
        }
        return role.map(AuthQuestions::propose)
                .orElse(new Proposal(Access.ONE, "What its image does is not known; people sign in."));
    }

    private static Proposal propose(Role role) {
        return switch (role) {
            case AUTH -> new Proposal(Access.OPEN, "It signs people in itself.");
            case MANAGEMENT, VPN, DNS, GUARD, SECRETS, TUNNEL, REVERSE_PROXY ->
                new Proposal(Access.TWO, "Whoever gets in there can change the system.");
            case METRICS, EXPORTER, LOGS, ALERTING ->
                new Proposal(Access.TWO, "It tells whoever gets in there all about the system.");
            case DATABASE, CACHE, QUEUE, STORAGE -> new Proposal(Access.TWO, "It holds data of others.");
            case DASHBOARD, DOWNLOADER, AUTOMATION, APP -> new Proposal(Access.ONE, "People use it every day.");
        };
    }

    /** What is proposed for the strictest of those that share one rule. */
    private Proposal strictest(Entrance entrance) {
        Proposal own = propose(entrance);
        Optional<Entrance> stricter = SharedNames.beside(entrance, entrances.guardable()).stream()
                .filter(other -> own.access() == Access.ONE && propose(other).access() == Access.TWO)
                .findFirst();
        return stricter.map(other ->
                        new Proposal(Access.TWO, "A portal sees no ports: it asks here as at " + other.text() + "."))
                .orElse(own);
    }

    private Optional<Row> machineRow(Entrance entrance) {
        List<Entrance> beside = SharedNames.beside(entrance, entrances.guardable());
        return entrances
                .machines(entrance)
                .filter(machines -> !machines.everywhere())
                .map(machines -> !beside.isEmpty()
                        ? new Row(
                                MACHINES + entrance.id(),
                                entrance.id() + " under " + String.join(", ", machines.paths()),
                                "Used by " + machines.who()
                                        + "; a portal sees no ports, so letting them through would open"
                                        + " these paths of " + SharedNames.text(beside) + " as well.",
                                List.of(SIGN_IN),
                                SIGN_IN)
                        : new Row(
                                MACHINES + entrance.id(),
                                entrance.id() + " under " + String.join(", ", machines.paths()),
                                "Used by " + machines.who() + ", which sign in by " + machines.by() + ".",
                                List.of(BYPASS, SIGN_IN),
                                BYPASS));
    }
}
