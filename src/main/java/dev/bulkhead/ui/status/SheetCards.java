package dev.bulkhead.ui.status;

import dev.bulkhead.migrate.status.sheet.StatusSheet;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Deed;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Fact;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Mark;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Marked;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Part;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Cards of a sheet: its sections below each other, the parts of each as cards side by side. */
final class SheetCards {

    private static final double COLUMN = 400;
    private static final int COLUMNS = 3;

    private final StatusActions actions;
    /** Labels that tell how old something is, with what they tell it of. */
    private final List<Dating> datings = new ArrayList<>();

    private record Dating(Label label, StatusSheet.Dated dated) {}

    SheetCards(StatusActions actions) {
        this.actions = actions;
    }

    /** Returns the sheet as nodes, one below the other. */
    List<Node> of(StatusSheet sheet) {
        List<Node> nodes = new ArrayList<>();
        List<Node> cards = new ArrayList<>();
        for (Part part : sheet.parts()) {
            if (part.level() == 1) {
                flush(nodes, cards);
                nodes.add(heading(part));
                if (!part.blocks().isEmpty()) {
                    nodes.add(card("", part));
                }
            } else {
                cards.add(card(part.heading(), part));
            }
        }
        flush(nodes, cards);
        return nodes;
    }

    private static void flush(List<Node> nodes, List<Node> cards) {
        if (!cards.isEmpty()) {
            nodes.add(new CardColumns(COLUMN, COLUMNS, cards));
            cards.clear();
        }
    }

    /** Tells how old each figure is. */
    void tell(Age age) {
        datings.forEach(dating -> dating.label()
                .setText(dating.dated().how() + ", " + age.of(dating.dated().at())));
    }

    private Node heading(Part part) {
        VBox head = new VBox(Nodes.wrapped(part.title(), "bh-status-section"));
        head.getStyleClass().add("bh-status-head");
        head.setId("status-" + id(part.heading()));
        dating(part, head);
        return head;
    }

    private void dating(Part part, VBox box) {
        part.dated().ifPresent(dated -> {
            Label label = Nodes.wrapped("", "bh-muted", "bh-status-dated");
            datings.add(new Dating(label, dated));
            box.getChildren().add(label);
        });
    }

    /** Returns a heading as a name for programs, up to what is counted in it. */
    private static String id(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[:(].*$", "")
                .strip()
                .replaceAll("[^a-z0-9]+", "-");
    }

    /** Returns a card that can have the focus, so that the whole sheet is read and scrolled with the keyboard. */
    private Node card(String heading, Part part) {
        VBox card = Nodes.column("bh-card");
        card.getStyleClass().add("bh-status-card");
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.setAccessibleText(SheetWords.of(part));
        card.setMinWidth(0);
        if (!heading.isEmpty()) {
            card.setId("status-card-" + id(heading));
            card.getChildren().add(Nodes.wrapped(heading, "bh-card-title"));
            dating(part, card);
        }
        part.blocks().forEach(block -> card.getChildren().add(block(block)));
        return card;
    }

    private Node block(Block block) {
        return switch (block) {
            case Block.Words(Marked words) -> line(words);
            case Block.Facts(List<Fact> facts) -> facts(facts);
            case Block.Figures(List<Fact> figures) -> figures(figures);
            case Block.Points(List<Marked> points) -> points(points);
            case Block.Table(List<String> heads, List<List<Marked>> rows) -> table(heads, rows);
            case Block.Commands commands -> commands(commands);
        };
    }

    private static Node line(Marked words) {
        if (words.mark() == Mark.NONE) {
            return Nodes.wrapped(words.text());
        }
        Label text = Nodes.wrapped(words.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = Nodes.row("bh-status-line", icon(words.mark()), text);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Node facts(List<Fact> facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-status-facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        for (int i = 0; i < facts.size(); i++) {
            Label name = Nodes.label(facts.get(i).name(), "bh-muted");
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(i, name, line(facts.get(i).value()));
        }
        return grid;
    }

    private static Node figures(List<Fact> figures) {
        FlowPane numbers = new FlowPane();
        numbers.getStyleClass().addAll("bh-numbers", "bh-status-numbers");
        for (Fact figure : figures) {
            Label value = Nodes.label(figure.value().text(), "bh-number-value");
            value.setMinWidth(Region.USE_PREF_SIZE);
            HBox top = Nodes.row("bh-status-figure", value);
            if (figure.value().mark() != Mark.NONE) {
                top.getChildren().add(icon(figure.value().mark()));
            }
            top.setAlignment(Pos.CENTER_LEFT);
            numbers.getChildren().add(Nodes.column("bh-number", top, Nodes.wrapped(figure.name(), "bh-muted")));
        }
        return numbers;
    }

    private static Node points(List<Marked> points) {
        VBox list = Nodes.column("bh-status-points");
        for (Marked point : points) {
            if (point.mark() == Mark.NONE) {
                Label text = Nodes.wrapped(point.text());
                HBox.setHgrow(text, Priority.ALWAYS);
                HBox row = Nodes.row("bh-bullet", Nodes.label("•", "bh-muted"), text);
                row.setAlignment(Pos.TOP_LEFT);
                list.getChildren().add(row);
            } else {
                list.getChildren().add(line(point));
            }
        }
        return list;
    }

    private static Node table(List<String> heads, List<List<Marked>> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-status-table");
        for (int i = 0; i < heads.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
            // the last says what was found, in a sign and a word or two at least
            column.setMinWidth(i == heads.size() - 1 ? 108 : 40);
            grid.getColumnConstraints().add(column);
            grid.add(Nodes.wrapped(heads.get(i), "bh-table-head"), i, 0);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                Node cell = line(rows.get(row).get(column));
                GridPane.setValignment(cell, VPos.TOP);
                grid.add(cell, column, row + 1);
            }
        }
        return grid;
    }

    private Node commands(Block.Commands commands) {
        Label text = Nodes.wrapped(commands.text(), "bh-mono", "bh-md-code");
        text.setMaxWidth(Double.MAX_VALUE);
        Button copy = new Button(Words.of("sheetcards.copy"), Glyph.COPY.icon());
        copy.getStyleClass().add("small");
        copy.setAccessibleText(Words.of("sheetcards.copy-2", commands.text()));
        copy.setOnAction(event -> actions.copy(commands.text(), Words.of("sheetcards.copied")));
        HBox buttons = Nodes.row("bh-status-buttons", copy);
        commands.deed().ifPresent(deed -> buttons.getChildren().add(button(deed)));
        return Nodes.column("bh-status-commands", text, buttons);
    }

    private Button button(Deed deed) {
        Button button = new Button(
                switch (deed) {
                    case NEXT_ITERATION -> Words.of("sheetcards.open-its-pages");
                    case APPLY_FILES -> Words.of("sheetcards.save-and-apply");
                    case ROLL_BACK -> Words.of("sheetcards.roll-back");
                },
                switch (deed) {
                    case NEXT_ITERATION -> Glyph.NEXT.icon();
                    case APPLY_FILES -> Glyph.PLAY.icon();
                    case ROLL_BACK -> Glyph.ROLL_BACK.icon();
                });
        button.setId("status-do-" + deed.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> actions.run(deed));
        return button;
    }

    /** Returns the sign; each has a shape of its own beside its colour. */
    private static Node icon(Mark mark) {
        FontIcon icon = switch (mark) {
            case GOOD -> Glyph.DONE_CIRCLE.icon();
            case WARNING -> Glyph.WARNING.icon();
            case BAD -> Glyph.FAILED.icon();
            case UNKNOWN, NONE -> Glyph.UNKNOWN.icon();
            case NEXT -> Glyph.NEXT.icon();
            case WAITING -> Glyph.LATER.icon();
            case SKIPPED -> Glyph.LEAVE.icon();
            case PRACTICE -> Glyph.INFO.icon();
        };
        icon.getStyleClass().addAll("bh-status-mark", Nodes.styleClass(mark));
        // beside the first line of what may be several
        return new HBox(icon);
    }
}
