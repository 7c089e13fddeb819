package dev.bulkhead.ui.manual;

import atlantafx.base.controls.CustomTextField;
import dev.bulkhead.ui.manual.ManualViewModel.Visit;
import dev.bulkhead.ui.markdown.MarkdownLinks;
import dev.bulkhead.ui.markdown.MarkdownView;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The manual: a page, beside it the contents or what a search found, above it the ways through it. */
public final class ManualView extends BorderPane {

    /** Height, in pixels, that is left above what a page is opened at. */
    private static final double ABOVE = 14;

    private final ManualViewModel model;
    private final BooleanSupplier dark;
    private final CustomTextField field = new CustomTextField();
    private final ManualSide side;
    private final ScrollPane scroll = new ScrollPane();

    /**
     * Shows what is read.
     *
     * @param dark whether the look is dark now
     */
    ManualView(ManualViewModel model, BooleanSupplier dark) {
        this.model = model;
        this.dark = dark;
        this.side = new ManualSide(model);
        setId("manual");
        getStyleClass().addAll("bh-manual", "bh-frame");
        scroll.setId("manual-page");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(true);
        scroll.getStyleClass().add("bh-page-scroll");
        model.scrollProperty().bind(scroll.vvalueProperty());
        setTop(bar());
        setCenter(scroll);
        // a quarter of the window, and never so narrow or so wide that titles or pages suffer
        side.prefWidthProperty().bind(widthProperty().map(width -> Math.clamp(width.doubleValue() * 0.27, 220, 340)));
        setLeft(side);
        model.visitProperty().subscribe(visit -> visit.ifPresent(this::show));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.BACK) {
                model.back();
            } else if (event.getButton() == MouseButton.FORWARD) {
                model.forward();
            }
        });
    }

    /** Shows the open page again, in the look of now. */
    void again() {
        double at = scroll.getVvalue();
        model.visitProperty().get().ifPresent(visit -> {
            show(visit);
            scroll.setVvalue(at);
        });
    }

    private HBox bar() {
        Button back = button("manual-back", Glyph.BACK, Words.of("manualview.back-alt-left"), model::back);
        back.disableProperty().bind(model.canGoBackProperty().not());
        Button forward = button("manual-forward", Glyph.NEXT, Words.of("manualview.forward-alt-right"), model::forward);
        forward.disableProperty().bind(model.canGoForwardProperty().not());
        Button first = button("manual-first", Glyph.DOCUMENT, Words.of("manualview.contents-alt-home"), this::first);
        field.setId("manual-search");
        field.getStyleClass().add("bh-search-field");
        field.setLeft(Glyph.SEARCH.icon());
        field.setPromptText(Words.of("manualview.search-the-manual-ctrl-f"));
        field.setAccessibleText(Words.of("manualview.search-the-manual"));
        field.setPrefWidth(300);
        field.setMinWidth(140);
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::inField);
        HBox bar = Nodes.row("bh-manual-bar", back, forward, first, Nodes.spring(), field);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinWidth(0);
        return bar;
    }

    private static Button button(String id, Glyph glyph, String words, Runnable run) {
        Button button = new Button("", glyph.icon());
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(event -> run.run());
        return button;
    }

    private void first() {
        model.queryProperty().set("");
        model.open(ManualPlace.FIRST);
    }

    private void show(Visit visit) {
        MarkdownView page = new MarkdownView(visit.page().text(), new Links());
        page.getStyleClass().add("bh-manual-text");
        HBox middle = new HBox(page);
        middle.getStyleClass().add("bh-manual-paper");
        page.prefWidthProperty().bind(scroll.widthProperty().subtract(20));
        scroll.setContent(middle);
        scroll.setVvalue(0);
        if (getScene() == null) {
            return;
        }
        // how high the page is has to be known before it can be scrolled
        applyCss();
        layout();
        Optional<Node> target = visit.line().flatMap(page::at);
        target.filter(node -> visit.marked())
                .ifPresent(node -> node.getStyleClass().add("bh-md-found"));
        visit.scroll().ifPresentOrElse(scroll::setVvalue, () -> target.ifPresent(node -> scrollTo(node, middle)));
    }

    private void scrollTo(Node node, HBox content) {
        Bounds bounds = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double hidden = content.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((bounds.getMinY() - ABOVE) / hidden, 0, 1));
    }

    void focusPage() {
        scroll.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            field.requestFocus();
            field.selectAll();
        } else if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            model.back();
        } else if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
            model.forward();
        } else if (event.isAltDown() && event.getCode() == KeyCode.HOME) {
            first();
        } else if (event.getCode() == KeyCode.ESCAPE && side.searching()) {
            model.queryProperty().set("");
            focusPage();
        } else if (event.getCode() == KeyCode.ESCAPE || (event.isShortcutDown() && event.getCode() == KeyCode.W)) {
            getScene().getWindow().hide();
        } else {
            return;
        }
        event.consume();
    }

    /** Up and down choose among what was found while one types on; Enter opens it. */
    private void inField(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> side.choose(1);
            case UP -> side.choose(-1);
            case ENTER -> side.goToHit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Who types without having gone to the field first searches all the same. */
    private void typed(KeyEvent event) {
        String letter = event.getCharacter();
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain
                && !(event.getTarget() instanceof TextInputControl)
                && letter.length() == 1
                && Character.isLetterOrDigit(letter.charAt(0))) {
            field.requestFocus();
            field.setText(letter);
            field.end();
            event.consume();
        }
    }

    /** What the open page links to. */
    private final class Links implements MarkdownLinks {

        @Override
        public boolean lead() {
            return true;
        }

        @Override
        public void follow(String to) {
            if (!model.follow(to)) {
                copy(to);
                side.tell(Words.of("manualview.this-leads-out-of-the", to));
            }
        }

        @Override
        public Optional<Image> picture(String at) {
            return model.picture(at, dark.getAsBoolean()).map(bytes -> new Image(new ByteArrayInputStream(bytes)));
        }

        @Override
        public void copy(String words) {
            ClipboardContent content = new ClipboardContent();
            content.putString(words);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
