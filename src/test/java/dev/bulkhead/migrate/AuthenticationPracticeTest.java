package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.PreflightItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 4 practised: a portal, routes that ask at it one after the other, and back. */
class AuthenticationPracticeTest {

    /** What Authelia's reference guide on passwords has. */
    private static final String HASH =
            "$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM";

    private static final String TRAEFIK = """
            name: home
            services:
              traefik:
                image: traefik:v3.5
                command:
                  - --providers.docker=true
                  - --entrypoints.websecure.address=:443
                ports: ["443:443"]
                labels:
                  traefik.http.routers.dashboard.rule: Host(`traefik.home.lan`)
                  traefik.http.routers.dashboard.tls: "true"
                  traefik.http.routers.dashboard.service: api@internal
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                labels:
                  traefik.http.routers.sonarr.rule: Host(`sonarr.home.lan`)
                  traefik.http.routers.sonarr.tls.certresolver: le
                  traefik.http.services.sonarr.loadbalancer.server.port: 8989
              jellyfin:
                image: jellyfin/jellyfin:10.10
                labels:
                  traefik.http.routers.jellyfin.rule: Host(`jellyfin.home.lan`)
                  traefik.http.routers.jellyfin.tls: "true"
                  traefik.http.services.jellyfin.loadbalancer.server.port: 8096
              start:
                image: ghcr.io/gethomepage/homepage:v1
                labels:
                  traefik.http.routers.start.rule: Host(`start.home.lan`)
                  traefik.http.routers.start.tls: "true"
                  traefik.http.routers.start.middlewares: door
                  traefik.http.middlewares.door.basicauth.users: "me:$$apr1$$x"
                  traefik.http.services.start.loadbalancer.server.port: 3000
              plain:
                image: traefik/whoami
                labels:
                  traefik.http.routers.plain.rule: Host(`plain.home.lan`)
                  traefik.http.routers.plain.entrypoints: web
            """;

    private final Path directory;

    AuthenticationPracticeTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private PracticeProject founded(String compose) throws Exception {
        PracticeProject project = PracticeProject.of(directory, compose);
        MigrationSession foundation = project.migration().session("1");
        foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
        assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        return project;
    }

    private static MigrationSession answered(PracticeProject project, String... more) throws Exception {
        MigrationSession session = project.migration().session("4");
        Answers answers = Answers.proposed("4", session.questions()).withValue("password", HASH);
        for (int i = 0; i < more.length; i += 2) {
            answers = answers.withValue(more[i], more[i + 1]);
        }
        session.answer(answers);
        return session;
    }

    private static List<String> web(RunOutcome outcome) {
        return outcome.report().orElseThrow().result().checks().stream()
                .filter(check -> check.group() == CheckResult.Group.ROUTES && check.status() == CheckStatus.PASSED)
                .map(check -> check.subject() + ": " + check.saw())
                .toList();
    }

    private Map<String, String> files() throws Exception {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if (!name.startsWith(".bulkhead")) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return texts;
    }

    @Test
    void whatEachRouteAsksIsProposedByWhatItLeadsToAndByWhoComes() throws Exception {
        PracticeProject project = founded(TRAEFIK);
        Question.Table access = (Question.Table) project.migration().session("4").questions().stream()
                .filter(question -> question.id().equals("access"))
                .findFirst()
                .orElseThrow();
        assertThat(access.rows().stream().map(row -> row.id() + " " + row.proposed() + ": " + row.why()))
                .containsExactlyInAnyOrder(
                        "access.sonarr.home.lan one-factor: People use it every day.",
                        "access.jellyfin.home.lan open: Open to its apps for phones and televisions, which use all of its"
                                + " paths; it asks for accounts of its own.",
                        "access.start.home.lan open: door asks already who comes; people would be asked twice.",
                        "access.plain.home.lan open: It is not encrypted, and Authelia guards https alone; apply iteration 3"
                                + " first.",
                        "access.traefik.home.lan two-factor: A page of the proxy itself shows every route there is.");
    }

    @Test
    void routesAskAtThePortalOneServiceAfterTheOtherAndGoBackToWhatTheyHad() throws Exception {
        PracticeProject project = founded(TRAEFIK);
        NormalisedState before = NormalisedState.of(project.engine().observe(), "home");
        Map<String, String> files = files();

        RunOutcome outcome = answered(project).apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(web(outcome))
                .contains(
                        "https://sonarr.home.lan/ redirects to https://auth.home.lan/, to come back to"
                                + " https://sonarr.home.lan/: 302 to"
                                + " https://auth.home.lan/?rd=https%3A%2F%2Fsonarr.home.lan%2F&rm=GET",
                        "https://sonarr.home.lan/api answers without sending people to https://auth.home.lan/: answers 200",
                        "https://auth.home.lan/ answers without a redirect: answers 200",
                        "https://jellyfin.home.lan/ answers without sending people to https://auth.home.lan/: answers 200");
        assertThat(project.text("compose.yml"))
                .contains("traefik.http.routers.sonarr.middlewares: authelia@docker")
                .contains("traefik.http.routers.authelia.tls.certresolver: \"le\"")
                .doesNotContain("jellyfin.middlewares");
        assertThat(Files.getPosixFilePermissions(directory.resolve("authelia/users.yml")))
                .hasSize(2);
        String report = Files.readString(outcome.reportFile().orElseThrow());
        assertThat(report).contains("## Emergency way in").doesNotContain("$argon2id$");

        RunOutcome back = project.migration().rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(NormalisedState.of(project.engine().observe(), "home")))
                .isEmpty();
        assertThat(files()).isEqualTo(files);
    }

    /** The end of the process, which nothing in it can catch and go on from. */
    private static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static void killAt(MigrationSession session, Predicate<Operation> step) {
        assertThatThrownBy(() -> session.apply(event -> {
                    if (event instanceof RunEvent.StepStarted begun
                            && step.test(begun.step().operation())) {
                        throw new Kill();
                    }
                }))
                .isInstanceOf(Kill.class);
    }

    @Test
    void aRunThatIsKilledGoesOnAndAnotherGoesBack() throws Exception {
        PracticeProject project = founded(TRAEFIK);
        NormalisedState before = NormalisedState.of(project.engine().observe(), "home");
        Map<String, String> files = files();
        killAt(
                answered(project),
                operation -> operation instanceof Operation.RecreateServices(var services, var _)
                        && services.contains("sonarr"));
        Migration again = project.migrationOn(plain -> plain);

        RunOutcome outcome = again.resume(again.openRun().orElseThrow(), event -> {}, new RunControl());

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(web(outcome))
                .anySatisfy(line -> assertThat(line).startsWith("https://sonarr.home.lan/ redirects to"));
        again.rollback(Optional.empty(), event -> {});

        Set<String> seen = new HashSet<>();
        killAt(
                answered(project),
                operation -> operation instanceof Operation.AskWeb ask
                        && !seen.add(ask.ask().request().host()));
        assertThat(project.migrationOn(plain -> plain)
                        .rollback(Optional.empty(), event -> {})
                        .sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(NormalisedState.of(project.engine().observe(), "home")))
                .isEmpty();
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void theSameAnswersFromAFileMakeTheSamePlan() throws Exception {
        PracticeProject project = founded(TRAEFIK);
        MigrationSession session = answered(project, "access.start.home.lan", "two-factor");
        String yaml = new AnswersYaml().write(session.answers());
        MigrationSession again = project.migration().session("4");

        again.answer(new AnswersYaml().read("answers.yml", yaml));

        assertThat(yaml).contains("access.start.home.lan: two-factor").contains("machines.sonarr.home.lan: bypass");
        assertThat(again.review().plan().text())
                .isEqualTo(session.review().plan().text());
        assertThat(again.review().patch().changes())
                .isEqualTo(session.review().patch().changes());
    }

    @Test
    void aMissingPasswordIsSaidAndKeepsNobodyFromTheQuestions() throws Exception {
        PracticeProject project = founded(TRAEFIK);
        MigrationSession session = project.migration().session("4");

        List<PreflightItem> plan = session.preflight().stream()
                .filter(item -> item.id().equals("plan-possible"))
                .toList();

        assertThat(plan).singleElement().satisfies(item -> {
            assertThat(item.blocks()).isFalse();
            assertThat(item.seen())
                    .isEqualTo("It can once the questions are answered. There is no answer to 'password'; type the"
                            + " password in the window or at a terminal, or put it into the environment as"
                            + " BULKHEAD_PASSWORD.");
        });
        assertThatThrownBy(session::review).isInstanceOf(MigrationException.class);
    }

    @Test
    void whatTheRulesForbidIsAskedForFromTheContainersThemselves() throws Exception {
        PracticeProject project = founded(TRAEFIK);
        Files.writeString(
                directory.resolve("bulkhead.yml"), "version: 1\nrules:\n  - must-not: plain -> sonarr:8989\n");

        RunOutcome outcome = answered(project).apply(event -> {});

        assertThat(outcome.report().orElseThrow().result().checks())
                .filteredOn(check -> check.subject().contains("plain -> sonarr"))
                .singleElement()
                .satisfies(check -> assertThat(check.ran()).contains("plain"));
    }

    @Test
    void namesThatShareNoCookieAreRefusedWithTheRemedy() throws Exception {
        PracticeProject project = founded(TRAEFIK.replace(".home.lan", ".lan"));
        assertThatThrownBy(() -> answered(project).review())
                .hasMessage(
                        "Browsers keep no cookie for lan, which is one word, so nobody could stay signed in; give the"
                                + " routes names below a domain of two words or more, such as media.lan.");
    }

    @Test
    void aProjectWithoutEncryptedRoutesIsSentToIterationThree() throws Exception {
        PracticeProject project =
                founded(TRAEFIK.replace("tls: \"true\"", "priority: 5").replace("tls.certresolver: le", "priority: 5"));
        MigrationSession session = project.migration().session("4");
        assertThat(session.questions()).isEmpty();
        assertThatThrownBy(session::review)
                .hasMessageStartingWith("No route can be guarded; ")
                .hasMessageEndingWith("It is not encrypted, and Authelia guards https alone; apply iteration 3 first.");
    }

    @Test
    void anEntryPointThatOnlySendsToTheEncryptedOneKeepsNoRouteFromBeingGuarded() throws Exception {
        PracticeProject project = founded("""
                name: home
                services:
                  traefik:
                    image: traefik:v3.5
                    environment:
                      TRAEFIK_PROVIDERS_DOCKER: "true"
                      TRAEFIK_ENTRYPOINTS_WEB_ADDRESS: ":80"
                      TRAEFIK_ENTRYPOINTS_WEB_HTTP_REDIRECTIONS_ENTRYPOINT_TO: websecure
                      TRAEFIK_ENTRYPOINTS_WEBSECURE_ADDRESS: ":443"
                      TRAEFIK_ENTRYPOINTS_WEBSECURE_HTTP_TLS_CERTRESOLVER: le
                    ports: ["80:80", "443:443"]
                  sonarr:
                    image: lscr.io/linuxserver/sonarr:4.0
                    labels:
                      traefik.http.routers.sonarr.rule: Host(`sonarr.home.lan`)
                """);
        assertThat(answered(project).review().plan().text())
                .contains("see that https://sonarr.home.lan/ redirects to https://auth.home.lan/");
    }

    @Test
    void otherProxiesAndNoneAreNamed() throws Exception {
        PracticeProject none = founded("name: home\nservices: {web: {image: nginx, ports: [\"80:80\"]}}\n");
        assertThatThrownBy(() -> none.migration().session("4").review())
                .hasMessageStartingWith("The project has no reverse proxy that could ask who comes: Traefik or Caddy.");
    }
}
