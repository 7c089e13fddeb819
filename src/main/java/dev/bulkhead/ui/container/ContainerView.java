package dev.bulkhead.ui.container;

import dev.bulkhead.engine.lifecycle.LifecycleAction;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.ui.live.LiveWords;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Container of the selected service: how it is, what it uses, what it writes, and buttons that start and stop it. */
public final class ContainerView extends BorderPane {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error-line");
    private static final Set<RunState> ALIVE = Set.of(RunState.RUNNING, RunState.RESTARTING, RunState.PAUSED);

    private final ContainerViewModel model;
    private final LifecycleFlow lifecycle;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Label name = Nodes.label("", "bh-container-name");
    private final Label figures = Nodes.label("", "bh-muted");
    private final Label trouble = Nodes.wrapped("", "bh-container-trouble");
    private final ToggleButton follow = new ToggleButton(Words.of("containerview.follow"), Glyph.DOWN.icon());
    private final ListView<LogLine> lines;

    /**
     * Shows a container.
     *
     * @param zone the zone times are told in
     */
    public ContainerView(ContainerViewModel model, LifecycleFlow lifecycle, InstantSource clock, ZoneId zone) {
        this.model = model;
        this.lifecycle = lifecycle;
        this.clock = clock;
        this.zone = zone;
        getStyleClass().add("bh-container");
        lines = new ListView<>(model.log());
        lines.setId("container-log");
        lines.setAccessibleText(Words.of("containerview.log-of-the-container"));
        lines.getStyleClass().add("bh-log");
        lines.setCellFactory(list -> new Line());
        lines.setPlaceholder(Nodes.label("", "bh-empty-words"));
        // Who scrolls back wants to read, not to be carried on.
        lines.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.setSelected(false);
            }
        });
        follow.setId("container-follow");
        follow.getStyleClass().add("small");
        follow.setSelected(true);
        follow.setTooltip(new Tooltip(Words.of("containerview.stay-at-the-newest-line")));
        follow.selectedProperty().addListener((property, old, now) -> toTheEnd());
        model.log().addListener((ListChangeListener<LogLine>) change -> toTheEnd());
        setTop(head());
        setCenter(lines);
        setBottom(trouble);
        model.containerProperty().subscribe(this::show);
        model.figuresProperty().subscribe(now -> {
            figures.setText(now.map(ContainerView::words).orElse(""));
            tell(model.containerProperty().get());
        });
        model.troubleProperty().subscribe(now -> {
            trouble.setText(now.orElse(""));
            Nodes.present(trouble, now.isPresent());
        });
    }

    private HBox head() {
        TextField filter = new TextField();
        filter.setId("container-filter");
        filter.setPromptText(Words.of("containerview.filter-the-log"));
        filter.setAccessibleText(Words.of("containerview.show-only-lines-that-hold"));
        filter.getStyleClass().add("small");
        filter.setPrefColumnCount(14);
        filter.textProperty().subscribe(model::filter);
        name.setMinWidth(USE_PREF_SIZE);
        figures.setId("container-figures");
        HBox row = Nodes.row(
                "bh-container-head",
                name,
                figures,
                Nodes.spring(),
                filter,
                follow,
                button(LifecycleAction.START, Glyph.PLAY, status -> !ALIVE.contains(status.state())),
                button(LifecycleAction.STOP, Glyph.STOP, status -> ALIVE.contains(status.state())),
                button(LifecycleAction.RESTART, Glyph.RELOAD, status -> ALIVE.contains(status.state())));
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(figures, Priority.SOMETIMES);
        figures.setMinWidth(0);
        return row;
    }

    private Button button(LifecycleAction action, Glyph glyph, Predicate<ObservedContainer.Status> possible) {
        Button button = new Button(LifecycleFlow.verb(action), glyph.icon());
        button.setId("container-" + action.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("small");
        button.setOnAction(event -> model.containerProperty().get().ifPresent(now -> lifecycle.ask(action, now)));
        button.disableProperty()
                .bind(model.containerProperty()
                        .map(now -> now.map(ObservedContainer::status)
                                .filter(possible)
                                .isEmpty())
                        .flatMap(not -> lifecycle.busyProperty().map(busy -> busy || not)));
        return button;
    }

    private void show(Optional<ObservedContainer> container) {
        tell(container);
        lines.setPlaceholder(Nodes.label(
                container.isPresent()
                        ? Words.of("containerview.nothing-to-show-it-has")
                        : Words.of("containerview.select-one-service-that-has"),
                "bh-empty-words"));
    }

    private void tell(Optional<ObservedContainer> container) {
        name.setText(container
                .map(now -> now.name() + " · " + LiveWords.words(now.status(), clock.instant()))
                .orElse(Words.of("containerview.no-container")));
    }

    private static String words(ContainerFigures told) {
        return String.join(
                " · ", List.of(FigureWords.processors(told), FigureWords.memory(told), FigureWords.network(told)));
    }

    private void toTheEnd() {
        if (follow.isSelected() && !model.log().isEmpty()) {
            lines.scrollTo(model.log().size() - 1);
        }
    }

    /** One line of the log: when, and what. */
    private final class Line extends ListCell<LogLine> {

        @Override
        protected void updateItem(LogLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean shown = line != null && !empty;
            pseudoClassStateChanged(ERROR, shown && line.error());
            setText(
                    shown
                            ? line.at()
                                            .map(at -> CLOCK.format(at.atZone(zone)) + "  ")
                                            .orElse("")
                                    + line.text()
                            : null);
        }
    }
}
