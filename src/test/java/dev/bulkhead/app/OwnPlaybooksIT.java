package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.wizard.WizardPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** Playbooks that operators wrote, in the window: on the path, walked through like any other, again when somebody came, and bad ones named. */
@WithWindow
class OwnPlaybooksIT {

    private static final String PLAYBOOK = """
            version: 1
            id: split
            name: split
            title: Split the Shop
            objective: Give the database a network of its own.
            risk: low
            changes: [The database gets a network of its own]
            questions:
              - {id: range, kind: range, title: Which range does the network get?, help: It has to be free., proposed: 10.77.0.0/24}
            phases:
              - title: Stand the database in ${range}
                actions:
                  - create-network: {network: data, subnet: "${range}", internal: true, purpose: The database alone}
                  - attach: {services: [db, api], network: data}
            rules:
              - must: api -> db:5432
            """;

    private static Path shop(TestWindow window, String playbook) throws IOException {
        Path shop = Files.createDirectories(window.folder().resolve("shop"));
        Files.writeString(shop.resolve("compose.yaml"), """
                services:
                  api: {image: nginx:1.29, networks: [shop]}
                  db: {image: postgres:18, expose: ["5432"], networks: [shop]}
                networks:
                  shop: {}
                """);
        Files.writeString(shop.resolve("bulkhead.yml"), "version: 1\nplaybooks:\n  - split.yml\n");
        Files.writeString(shop.resolve("split.yml"), playbook);
        return shop;
    }

    @Test
    void oneStandsOnThePathAndIsWalkedThroughLikeAnyOther(TestWindow window) throws Exception {
        Path shop = shop(window, PLAYBOOK);
        window.openProject(shop);

        window.click("#path-step-split");
        window.settle();
        assertThat(window.words("#step-title")).isEqualTo("Split the Shop");
        window.click("#step-start");
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        assertThat(window.shown("Which range does the network get?")).isTrue();
        window.wizard().next(WizardPage.REVIEW);
        window.run(() -> {
            window.wizard().model().next();
            window.wizard().model().apply();
        });
        window.wizard().ready(WizardPage.VERIFY);

        assertThat(Files.readString(shop.resolve("compose.yaml"))).contains("10.77.0.0/24");
        assertThat(window.engine().observe().networks())
                .extracting(network -> network.name())
                .contains("data");
    }

    @Test
    void oneThatCannotBeUsedIsOneSentenceWithItsPlace(TestWindow window) throws Exception {
        window.openProject(shop(window, PLAYBOOK.replace("- attach:", "- atach:")));

        window.await("the trouble", () -> window.shown("#path-trouble"));
        String told = window.onFx(
                () -> window.robot().lookup("#path-trouble").<Node>query().getAccessibleText());
        assertThat(told)
                .startsWith("Playbooks of your own are not on the path: split.yml:14:")
                .contains("there is no action atach; known are ");
        assertThat(window.shown("#path-step-split")).isFalse();
        assertThat(window.shown("#path-step-1")).isTrue();
    }
}
