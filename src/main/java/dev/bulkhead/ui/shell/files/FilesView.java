package dev.bulkhead.ui.shell.files;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.ui.code.CodeEditor;
import dev.bulkhead.ui.diff.DiffLine;
import dev.bulkhead.ui.diff.DiffModel;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * View of the operator's files, to read and to type in: what is typed is an edit like any other once the project can be read
 * with it; until then it stays, with the reason and the line.
 */
public final class FilesView extends BorderPane {

    /** How long typing has to pause before it counts as an edit. */
    private static final Duration PAUSE = Duration.millis(500);

    private final ShellContext context;
    private final Drafts drafts;
    private final ListView<String> names = new ListView<>();
    private final CodeEditor editor;
    private final Label title = Nodes.label("", "bh-mono");
    private final Label note = Nodes.label("", "bh-muted");
    private final Label words = Nodes.wrapped("", "bh-rules-words");
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private Map<Integer, Finding> told = Map.of();
    /** The file whose text the editor holds. */
    private Optional<String> shown = Optional.empty();

    private int wantedLine;

    /** Shows the files of a project and takes what is typed there. */
    public FilesView(ShellContext context, Drafts drafts) {
        this.context = context;
        this.drafts = drafts;
        setId("files-view");
        getStyleClass().add("bh-files-view");
        editor = new CodeEditor("Text of a file", pause::playFromStart, () -> {}, this::say);
        editor.setId("files-text");
        editor.filterKeys(this::key);
        pause.setOnFinished(event -> takeOver());
        editor.focusWithinProperty().addListener((property, old, now) -> {
            if (!now) {
                takeOver();
            }
        });
        note.setId("files-note");
        words.setId("files-words");
        names.setCellFactory(list -> new FileCell());
        names.setAccessibleText("Files of the project");
        names.getStyleClass().add("bh-file-list");
        HBox head = Nodes.row("bh-view-header", title, note);
        BorderPane text = new BorderPane(editor, head, null, Nodes.column("bh-reach-foot", words), null);
        SplitPane split = new SplitPane(names, text);
        split.setDividerPositions(0.22);
        SplitPane.setResizableWithParent(names, false);
        setCenter(split);
        names.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            takeOver();
            render();
        });
        context.project().projectProperty().addListener((property, old, now) -> refresh());
        context.project().findings().addListener((ListChangeListener<Finding>) change -> mark());
        context.navigation().placeProperty().addListener((property, old, now) -> now.ifPresent(this::goTo));
        refresh();
        context.navigation().placeProperty().get().ifPresent(this::goTo);
    }

    @Override
    public void requestFocus() {
        names.requestFocus();
    }

    private void refresh() {
        String selected = names.getSelectionModel().getSelectedItem();
        List<String> now = context.project().projectProperty().get().stream()
                .flatMap(project -> project.files().stream())
                .map(ComposeFile::name)
                .toList();
        if (!names.getItems().equals(now)) {
            names.getItems().setAll(now);
        }
        if (now.contains(selected)) {
            names.getSelectionModel().select(selected);
        } else {
            names.getSelectionModel().selectFirst();
        }
        names.refresh();
        render();
    }

    private void goTo(SourceMark mark) {
        wantedLine = mark.line();
        if (mark.file().equals(names.getSelectionModel().getSelectedItem())) {
            render();
        } else {
            names.getSelectionModel().select(mark.file());
        }
        names.scrollTo(mark.file());
    }

    /** What is still being typed counts first; a text that cannot be read is what undo takes back first. */
    private void key(KeyEvent event) {
        boolean undo = event.getCode() == KeyCode.Z && event.isShortcutDown();
        if (undo || event.getCode() == KeyCode.ESCAPE) {
            takeOver();
            boolean draft = shown.map(drafts::giveUp).orElse(false);
            if (draft) {
                render();
            } else if (undo && event.isShiftDown()) {
                context.project().redo();
            } else if (undo) {
                context.project().undo();
            }
            event.consume();
        }
    }

    private void takeOver() {
        pause.stop();
        Optional<ComposeFile> file = file(shown);
        if (file.isPresent() && !editor.text().equals(drafts.text(file.get()))) {
            drafts.type(file.get(), editor.text());
            names.refresh();
            mark();
        }
    }

    private void render() {
        shown = Optional.ofNullable(names.getSelectionModel().getSelectedItem());
        Optional<ComposeFile> file = file(shown);
        title.setText(file.map(ComposeFile::name).orElse(""));
        editor.setDisable(file.isEmpty());
        editor.show(file.map(drafts::text).orElse(""));
        pause.stop();
        mark();
        if (wantedLine > 0) {
            editor.goTo(wantedLine);
            wantedLine = 0;
        }
    }

    private Optional<ComposeFile> file(Optional<String> name) {
        return name.flatMap(key -> context.project().projectProperty().get().flatMap(project -> project.file(key)));
    }

    /** Marks lines that are not saved, that have a problem, and the one for which a draft is no edit yet. */
    private void mark() {
        Map<Integer, String> marks = new TreeMap<>();
        Set<Integer> added = shown.map(this::addedLines).orElse(Set.of());
        added.forEach(line -> marks.put(line, "bh-unsaved"));
        told = shown.map(this::problems).orElse(Map.of());
        told.forEach((line, finding) -> marks.put(line, Nodes.styleClass(finding.severity())));
        Optional<Drafts.Draft> draft = shown.flatMap(drafts::of);
        draft.ifPresent(d -> marks.put(d.line(), Nodes.styleClass(Severity.ERROR)));
        editor.mark(marks);
        note.setText(
                draft.isPresent()
                        ? "not taken over yet"
                        : added.isEmpty() ? "" : Counted.of(added.size(), "unsaved line"));
        say();
    }

    /** Tells what is wrong: why the text is no edit yet, else with the line of the caret. */
    private void say() {
        Optional<Drafts.Draft> draft = shown.flatMap(drafts::of);
        Finding finding = told.get(editor.caretLine());
        words.setText(draft.map(d -> d.why() + " Esc gives up what was typed since the project could be read.")
                .orElseGet(() -> finding == null
                        ? "What you type is an edit once the project can be read with it; nothing is written"
                                + " before Save."
                        : finding.message()
                                + finding.fix().map(fix -> " " + fix).orElse("")));
    }

    private Map<Integer, Finding> problems(String name) {
        Map<Integer, Finding> byLine = new TreeMap<>();
        for (Finding finding : context.project().findings()) {
            finding.at()
                    .filter(mark -> mark.file().equals(name) && !finding.isGoal())
                    .ifPresent(mark -> byLine.putIfAbsent(mark.line(), finding));
        }
        return byLine;
    }

    private Set<Integer> addedLines(String name) {
        return context.project().changes().stream()
                .filter(change -> change.name().equals(name))
                .map(DiffModel::lines)
                .flatMap(List::stream)
                .filter(DiffLine.Added.class::isInstance)
                .map(DiffLine.Added.class::cast)
                .map(DiffLine.Added::newLine)
                .collect(Collectors.toSet());
    }

    private final class FileCell extends ListCell<String> {

        FileCell() {
            // As wide as the list, so that it needs no bar to scroll sideways.
            setPrefWidth(0);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            if (empty || name == null) {
                setTooltip(null);
                setGraphic(null);
                return;
            }
            boolean changed =
                    context.project().changes().stream().map(TextChange::name).anyMatch(name::equals);
            setTooltip(new Tooltip(name));
            boolean draft = drafts.of(name).isPresent();
            setAccessibleText(name + (changed ? ", unsaved changes" : "") + (draft ? ", not taken over yet" : ""));
            int cut = name.lastIndexOf('/') + 1;
            Label file = Nodes.label((draft ? "▲ " : changed ? "● " : "") + name.substring(cut));
            VBox words = new VBox(file);
            if (cut > 0) {
                Label folder = Nodes.label(name.substring(0, cut), "bh-muted", "bh-file-folder");
                folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
                words.getChildren().add(folder);
            }
            HBox row = Nodes.row("bh-file-row", Glyph.FILES.icon(), words);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
