package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line with the worst problem and its fix, for where the list of them is closed; empty where nothing is bad. */
public final class WorstProblem extends HBox {

    private final ObservableList<Finding> findings;
    private final ProblemActions actions;
    private final FontIcon sign = Glyph.ERROR.icon();
    private final Hyperlink words = new Hyperlink();
    private final Hyperlink fix = new Hyperlink();

    /** Follows findings. */
    public WorstProblem(ObservableList<Finding> findings, ProblemActions actions) {
        this.findings = findings;
        this.actions = actions;
        getStyleClass().add("bh-worst-problem");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(0);
        HBox.setHgrow(this, Priority.ALWAYS);
        words.setId("worst-problem");
        words.getStyleClass().add("bh-worst-words");
        words.setMinWidth(0);
        words.setMnemonicParsing(false);
        fix.setId("worst-problem-fix");
        fix.setMinWidth(Region.USE_PREF_SIZE);
        fix.setMnemonicParsing(false);
        getChildren().addAll(sign, words, fix);
        findings.addListener((InvalidationListener) changed -> show());
        show();
    }

    /** Returns the worst of what is an error or a warning; of equals one that has a fix. */
    static Optional<Finding> of(List<Finding> findings) {
        List<Finding> bad = findings.stream()
                .filter(finding -> !finding.isGoal() && finding.severity() != Severity.INFO)
                .toList();
        Optional<Severity> worst = bad.stream().map(Finding::severity).min(Severity::compareTo);
        List<Finding> equals = bad.stream()
                .filter(finding -> Optional.of(finding.severity()).equals(worst))
                .toList();
        return equals.stream()
                .filter(finding -> finding.quickFix().isPresent())
                .findFirst()
                .or(() -> equals.stream().findFirst());
    }

    private void show() {
        Optional<Finding> worst = of(findings);
        getChildren().forEach(child -> Nodes.present(child, worst.isPresent()));
        worst.ifPresent(this::show);
    }

    private void show(Finding finding) {
        sign.setIconCode((finding.severity() == Severity.ERROR ? Glyph.ERROR : Glyph.WARNING).ikon());
        sign.getStyleClass().setAll("ikonli-font-icon", "bh-severity", Nodes.styleClass(finding.severity()));
        words.setText(finding.message());
        words.setTooltip(new Tooltip(
                finding.message() + finding.fix().map(text -> "\n" + text).orElse("")));
        words.setAccessibleText(finding.word() + ": " + finding.message());
        words.setOnAction(event -> actions.goTo(finding));
        finding.quickFix().ifPresent(edit -> fix.setText(Words.of("worstproblem.fix", edit.describe())));
        Nodes.present(fix, finding.quickFix().isPresent());
        fix.setOnAction(event -> actions.fix(finding));
    }
}
