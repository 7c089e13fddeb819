package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.wizard.run.RunViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Page of every verification: what was run, and what was seen. */
final class VerifyPage extends ScrollPane {

    private final RunViewModel run;
    private final VBox content = Nodes.column("bh-page-column");

    VerifyPage(RunViewModel run) {
        this.run = run;
        setId("verify");
        getStyleClass().add("bh-page-scroll");
        setFitToWidth(true);
        setContent(content);
        run.checks().addListener((ListChangeListener<CheckResult>) change -> render());
        render();
    }

    private void render() {
        content.getChildren().clear();
        for (CheckResult.Group group : CheckResult.Group.values()) {
            List<CheckResult> results =
                    run.checks().stream().filter(c -> c.group() == group).toList();
            if (!results.isEmpty()) {
                long passed = results.stream()
                        .filter(c -> c.status() == CheckStatus.PASSED)
                        .count();
                VBox card = Nodes.column(
                        "bh-card", Nodes.heading(Words.of("verifypage.of-hold", title(group), passed, results.size())));
                results.forEach(result -> card.getChildren().add(row(result)));
                content.getChildren().add(card);
            }
        }
        if (content.getChildren().isEmpty()) {
            content.getChildren().add(Nodes.wrapped(Words.of("verifypage.nothing-was-verified"), "bh-empty-words"));
        }
    }

    private static Node row(CheckResult result) {
        Label subject = Nodes.label(result.subject(), "bh-check-subject");
        subject.setMinWidth(260);
        subject.setPrefWidth(260);
        Label ran = Nodes.label(result.ran(), "bh-mono", "bh-muted");
        ran.setTooltip(new Tooltip(result.ran()));
        ran.setMinWidth(0);
        ran.setPrefWidth(260);
        ran.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(ran, Priority.ALWAYS);
        Label saw = Nodes.label(result.saw());
        saw.setMinWidth(0);
        saw.setPrefWidth(340);
        saw.setTooltip(new Tooltip(result.saw()));
        Label took = Nodes.label(Words.of("verifypage.ms", result.took().toMillis()), "bh-mono", "bh-muted");
        HBox row = Nodes.row("bh-list-row", PreflightPage.icon(result.status()), subject, ran, saw, took);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(result.status() + ": " + result.subject() + ", " + result.saw());
        return row;
    }

    private static String title(CheckResult.Group group) {
        return switch (group) {
            case SERVICES -> Words.of("verifypage.services-run-and-are-healthy");
            case NETWORKS -> Words.of("verifypage.networks-are-there-as-the");
            case MEMBERSHIPS -> Words.of("verifypage.memberships-are-there-with-their");
            case FLOWS -> Words.of("verifypage.flows-that-must-work-probed");
            case ROUTES -> Words.of("verifypage.the-proxy-reaches-what-it");
            case ENTRANCES -> Words.of("verifypage.who-comes-in-is-answered");
            case PORTS -> Words.of("verifypage.ports-that-were-to-be");
            case INSIDE -> Words.of("verifypage.what-is-asked-inside-containers");
            case SECRETS -> Words.of("verifypage.secrets-show-nowhere-but-in");
            case KEPT -> Words.of("verifypage.what-was-there-before-is");
        };
    }
}
