package dev.bulkhead.ui.shell.files;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.ui.code.CodeEditor;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;

/**
 * Editor of a file or a part of one: what is typed is an edit like any other once the project can be read with it; until then
 * it stays, with the reason and the line.
 */
final class PassageEditor extends BorderPane {

    /** How long typing has to pause before it counts as an edit. */
    private static final Duration PAUSE = Duration.millis(500);

    private final ProjectViewModel project;
    private final Drafts drafts;
    private final Consumer<Passage> taken;
    private final CodeEditor editor;
    private final Label words = Nodes.wrapped("", "bh-rules-words");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private FileMarks marks = FileMarks.NONE;
    /** The part whose text the editor holds. */
    private Optional<Passage> shown = Optional.empty();

    /**
     * Shows nothing yet.
     *
     * @param id its editor's id is this with {@code -text}, that of the sentence below with {@code -words}
     * @param what what a screen reader says of the text
     * @param taken told, with the part as it was before, after something typed was taken over, or stays because it cannot be
     */
    PassageEditor(String id, String what, ProjectViewModel project, Drafts drafts, Consumer<Passage> taken) {
        this.project = project;
        this.drafts = drafts;
        this.taken = taken;
        editor = new CodeEditor(what, pause::playFromStart, () -> {}, this::say);
        editor.setId(id + "-text");
        editor.filterKeys(this::key);
        words.setId(id + "-words");
        pause.setOnFinished(event -> takeOver());
        editor.focusWithinProperty().addListener((property, old, now) -> {
            if (!now) {
                takeOver();
            }
        });
        project.findings().addListener((ListChangeListener<Finding>) change -> mark());
        setCenter(editor);
        setBottom(Nodes.column("bh-reach-foot", words));
    }

    @Override
    public void requestFocus() {
        editor.requestFocus();
    }

    /** What is to be known of the text in a few words; empty text for nothing. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Shows a part of a file, as it reads with all edits or is being typed. */
    void show(Optional<Passage> passage) {
        boolean another = !shown.map(p -> p.file().name())
                .equals(passage.map(p -> p.file().name()));
        shown = passage;
        Optional<String> text = passage.flatMap(drafts::text);
        editor.setDisable(text.isEmpty());
        editor.firstLine(passage.map(Passage::firstLine).orElse(1));
        editor.show(text.or(() -> passage.map(Passage::text)).orElse(""));
        pause.stop();
        mark();
        if (another) {
            editor.goTo(1);
        }
    }

    /** Brings a line of the file, counted from 1, into view. */
    void goTo(int line) {
        editor.goTo(line - firstLine() + 1);
    }

    /** Takes over at once what is being typed. */
    void takeOver() {
        pause.stop();
        Optional<String> before = shown.flatMap(drafts::text);
        if (before.isPresent() && !editor.text().equals(before.get())) {
            Passage typed = shown.orElseThrow();
            drafts.type(typed, editor.text());
            taken.accept(typed);
            mark();
        }
    }

    private int firstLine() {
        return shown.map(Passage::firstLine).orElse(1);
    }

    /** What is still being typed counts first; a text that cannot be read is what undo takes back first. */
    private void key(KeyEvent event) {
        boolean undo = event.getCode() == KeyCode.Z && event.isShortcutDown();
        if (undo || event.getCode() == KeyCode.ESCAPE) {
            takeOver();
            boolean draft =
                    shown.map(passage -> drafts.giveUp(passage.file().name())).orElse(false);
            if (draft) {
                show(shown);
                shown.ifPresent(taken);
            } else if (undo && event.isShiftDown()) {
                project.redo();
            } else if (undo) {
                project.undo();
            }
            event.consume();
        }
    }

    /** Marks lines that are not saved, that have a problem, and the one for which a draft is no edit yet. */
    private void mark() {
        marks = shown.map(
                        passage -> FileMarks.of(project, drafts, passage.file().name()))
                .orElse(FileMarks.NONE);
        int first = firstLine();
        Map<Integer, String> styles = new TreeMap<>();
        marks.added().forEach(line -> styles.put(line - first + 1, "bh-unsaved"));
        marks.problems().forEach((line, finding) -> styles.put(line - first + 1, Nodes.styleClass(finding.severity())));
        marks.draft().ifPresent(d -> styles.put(d.line() - first + 1, Nodes.styleClass(Severity.ERROR)));
        Map<Integer, List<String>> gone = new TreeMap<>();
        marks.removed().forEach((line, lines) -> gone.put(line - first + 1, lines));
        editor.mark(styles, gone);
        note.set(
                marks.draft().isPresent()
                        ? Words.of("passageeditor.not-taken-over-yet")
                        : marks.added().isEmpty()
                                ? gone.isEmpty() ? "" : Words.of("passageeditor.lines-removed")
                                : Words.count("unsaved-line", marks.added().size()));
        say();
    }

    /** Tells what is wrong: why the text is no edit yet, else with the line of the caret. */
    private void say() {
        Finding finding = marks.problems().get(editor.caretLine() + firstLine() - 1);
        words.setText(marks.draft()
                .map(d -> editor.isDisabled()
                        ? Words.of("passageeditor.another-part-of-this-file", d.why())
                        : Words.of("passageeditor.esc-gives-up-what-was", d.why()))
                .orElseGet(() -> finding == null
                        ? Words.of("passageeditor.what-you-type-is-an")
                        : finding.message()
                                + finding.fix().map(fix -> " " + fix).orElse("")));
    }
}
