package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A playbook that nobody wrote Java for: its actions become a goal, a plan, a run and a way back like any other. */
class OwnPlaybookTest {

    private static final String COMPOSE = """
            name: shop
            services:
              web:
                image: nginx:1
                ports: ["8080:80"]
              api:
                image: node:22
                environment:
                  DB: db
              db:
                image: postgres:17
            """;

    private static final String ABOUT = """
            id: split
            name: split
            title: Split the Shop
            objective: Give the database a network of its own.
            risk: low
            available: true
            """;

    private static final String PLAYBOOK = ABOUT + """
            questions:
              - {id: range, kind: range, title: Which range?, help: Of the new network., proposed: 10.77.0.0/24}
              - {id: limit, kind: choice, title: How much memory?, help: For everything., proposed: small, options: [
                  {value: small, label: Little, consequence: 64 MB}, {value: large, label: Much, consequence: 1 GB}]}
            phases:
              - title: Stand the database in ${range}
                actions:
                  - create-network: {network: data, subnet: "${range}", internal: true, purpose: The database alone}
                  - attach: {services: [db, api], network: data, aliases: [store]}
                  - set: {service: db, field: labels/shop.limit, value: "${limit} of $${range}"}
                  - add: {services: ["*"], field: security_opt, item: no-new-privileges:true}
                after:
                  - must: api -> db:5432
              - title: Close the door
                join: recreate
                actions:
                  - unpublish: {service: web, port: "8080:80"}
                  - publish: {service: web, port: "127.0.0.1:8081:80"}
                  - write-file: {file: NOTES.md, text: "The database stands in ${range}.\\n"}
                  - add-volume: {name: spare}
            """;

    private final Path directory;
    private final PracticeProject project;

    OwnPlaybookTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        this.project = with(PLAYBOOK);
    }

    private PracticeProject with(String playbook) throws Exception {
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Playbook read = new PlaybookReader().read("split.yml", playbook);
        return new PracticeProject(
                directory,
                new CatalogueAndPlaybooks(CatalogueAndPlaybooks.bundled().catalogue(), List.of(read)));
    }

    @Test
    void itsActionsAreOneChangeOfFilesAndEngineAndAreTakenBackWhole() throws Exception {
        NormalisedState before = NormalisedState.of(project.engine.observe(), "shop");
        MigrationSession session = project.migration.session("split");
        session.answer(session.answers().withValue("range", "10.78.0.0/24"));

        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        assertThat(project.text("compose.yml")).isEqualTo("""
                name: shop
                services:
                  web:
                    image: nginx:1
                    security_opt:
                      - no-new-privileges:true
                    ports:
                      - "127.0.0.1:8081:80"
                  api:
                    image: node:22
                    environment:
                      DB: db
                    networks:
                      default:
                      data:
                        aliases:
                          - store
                    security_opt:
                      - no-new-privileges:true
                  db:
                    image: postgres:17
                    networks:
                      default:
                      data:
                        aliases:
                          - store
                    labels:
                      shop.limit: small of $${range}
                    security_opt:
                      - no-new-privileges:true

                networks:
                  data:
                    name: data
                    driver: bridge
                    internal: true
                    ipam:
                      config:
                        - subnet: 10.78.0.0/24
                          gateway: 10.78.0.1
                    x-bulkhead:
                      purpose: The database alone

                volumes:
                  spare:
                """);
        assertThat(project.text("NOTES.md")).isEqualTo("The database stands in 10.78.0.0/24.\n");
        assertThat(project.engine
                        .observe()
                        .network("data")
                        .orElseThrow()
                        .subnets()
                        .getFirst()
                        .subnet())
                .contains("10.78.0.0/24");

        assertThat(project.migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(project.text("compose.yml")).isEqualTo(COMPOSE);
        assertThat(directory.resolve("NOTES.md")).doesNotExist();
        assertThat(before.differencesTo(NormalisedState.of(project.engine.observe(), "shop")))
                .isEmpty();
    }

    @Test
    void aMembershipEndsOnTheEngineAndInTheFiles() throws Exception {
        PracticeProject detaching = with(ABOUT + """
                phases:
                  - title: Away from the others
                    actions:
                      - create-network: {network: data}
                      - attach: {service: db, network: data}
                      - attach: {service: api, network: data}
                  - title: Off the default network
                    actions:
                      - detach: {service: db, network: default}
                """);

        MigrationSession session = detaching.migration.session("split");
        session.accept(List.of("web -> db"));
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        assertThat(detaching
                        .engine
                        .observe()
                        .containers("shop", "db")
                        .getFirst()
                        .endpoints())
                .extracting(endpoint -> endpoint.network())
                .containsExactly("data");
        assertThat(detaching.text("compose.yml")).endsWith("""
                  db:
                    image: postgres:17
                    networks:
                      data:
                        gw_priority: -1

                networks:
                  data:
                    name: data
                    driver: bridge
                """);
    }

    @Test
    void whatItsRunDidIsTakenBackThoughItIsGone() throws Exception {
        Files.writeString(directory.resolve("split.yml"), PLAYBOOK);
        Files.writeString(directory.resolve("bulkhead.yml"), "version: 1\nplaybooks: [split.yml]\n");
        PracticeProject listed = new PracticeProject(directory);
        String before = listed.text("compose.yml");
        assertThat(listed.migration.session("split").apply(event -> {}).sentence())
                .isEqualTo("Done and verified.");

        Files.delete(directory.resolve("split.yml"));
        Files.delete(directory.resolve("bulkhead.yml"));

        assertThat(listed.migration.rollback(Optional.empty(), event -> {}).state())
                .isEqualTo(RunState.ROLLED_BACK);
        assertThat(listed.text("compose.yml")).isEqualTo(before);
    }

    @Test
    void whatAPlaybookNamesAndTheProjectLacksIsRefusedWithThePlace() {
        assertRefused(
                "attach: {service: cache, network: default}",
                "split.yml:10:21: there is no service that 'cache' means in the project.");
        assertRefused(
                "attach: {service: db, network: inner}",
                "split.yml:10:13: there is no network 'inner' in the project.");
        assertRefused(
                "attach: {services: [\"*\"], network: default, ipv4: 10.0.0.9}",
                "split.yml:10:13: one address is given to api, db, web; attach each with its own.");
        assertRefused(
                "unpublish: {service: web, port: 80x}",
                "split.yml:10:13: '80x' is not a port; write [ADDRESS:][PUBLISHED:]CONTAINER[/udp], for instance 8080:80.");
        assertRefused(
                "set-subnet: {network: default, subnet: wide}",
                "split.yml:10:13: 'wide' is not a range; write for instance 172.20.0.0/24.");
        assertRefused(
                "write-file: {file: a, text: '${b}'}",
                "split.yml:10:41: there is no question 'b' whose answer could stand here; known are project.");
    }

    private void assertRefused(String action, String sentence) {
        assertThatThrownBy(() -> with(ABOUT + "phases:\n  - title: One\n    actions:\n          - " + action + "\n")
                        .migration
                        .session("split")
                        .review())
                .hasMessageContaining(sentence);
    }

    @Test
    void aProposerThatNobodyKnowsIsNamedWithThoseThatAreKnown() throws Exception {
        PracticeProject unknown = with(ABOUT + "phases:\n  - propose: magic\n");

        assertThatThrownBy(() -> unknown.migration.session("split"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("split.yml:8:5: nothing proposes actions by the name magic; known are "
                        + String.join(", ", BuiltInProposers.ALL.actions().keySet()) + ".");
    }

    @Test
    void anAnswerThatIsNoneOfItsOptionsIsRefused() throws Exception {
        MigrationSession session = project.migration.session("split");

        assertThatThrownBy(() -> session.answer(session.answers().withValue("limit", "huge")))
                .isInstanceOf(AnswersException.class)
                .hasMessage("The answer to 'limit' is 'huge'; it has to be one of small, large.");
        assertThat(session.answers().values())
                .isEqualTo(new TreeMap<>(Map.of("limit", "small", "range", "10.77.0.0/24")));
    }

    @Test
    void oneThatIsNotMadeYetIsRefused() throws Exception {
        PracticeProject later = with(PLAYBOOK.replace("available: true", "available: false"));

        assertThatThrownBy(() -> later.migration.session("split"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("Iteration split (Split the Shop) cannot be carried out by this version of Bulkhead yet.");
    }
}
