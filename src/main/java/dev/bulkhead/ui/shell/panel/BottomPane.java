package dev.bulkhead.ui.shell.panel;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.live.EventsView;
import dev.bulkhead.ui.manual.ManualPlace;
import dev.bulkhead.ui.manual.ManualTopics;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.problems.ProblemActions;
import dev.bulkhead.ui.problems.ProblemCount;
import dev.bulkhead.ui.problems.ProblemsView;
import dev.bulkhead.ui.shell.context.ShellContext;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/** Tabs below the middle: problems, pending changes, events and the selected container. */
public final class BottomPane extends StackPane {

    private final ShellContext context;
    private final TabPane pane = new TabPane();
    private final Map<BottomTab, Tab> tabs = new EnumMap<>(BottomTab.class);
    private Optional<DiffView> diff = Optional.empty();

    /**
     * Creates the tabs of a session.
     *
     * @param container makes the view of the selected container
     */
    public BottomPane(ShellContext context, ProblemActions problems, ZoneId zone, Supplier<Node> container) {
        this.context = context;
        pane.getStyleClass().add("bh-bottom-pane");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        getChildren().add(pane);
        setMinHeight(60);
        ManualTopics.tell(this, this::page);
        ProblemsView found = new ProblemsView(context.project().findings(), problems);
        MenuButton grouping = found.groupingButton();
        grouping.visibleProperty().bind(context.navigation().tabProperty().map(tab -> tab == BottomTab.PROBLEMS));
        getChildren().add(grouping);
        setAlignment(grouping, Pos.TOP_RIGHT);
        setMargin(grouping, new Insets(3, 12, 0, 0));
        add(BottomTab.PROBLEMS, () -> found);
        add(BottomTab.DIFF, this::diff);
        add(BottomTab.EVENTS, () -> new EventsView(context.engine(), zone));
        add(BottomTab.CONTAINER, container);
        tab(BottomTab.CONTAINER).setText("Container");
        tab(BottomTab.PROBLEMS)
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> ProblemCount.title(context.project().findings()),
                        context.project().findings()));
        tab(BottomTab.DIFF)
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> "Diff " + context.project().changes().size(),
                        context.project().changes()));
        tab(BottomTab.EVENTS).setText("Events");
        context.project().changes().addListener((ListChangeListener<TextChange>)
                change -> diff.ifPresent(view -> view.show(context.project().changes())));
        select(context.navigation().tabProperty().get());
        context.navigation().tabProperty().addListener((property, old, now) -> select(now));
        pane.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, old, now) -> tabs.forEach((key, tab) -> {
                    if (tab.equals(now)) {
                        context.navigation().tabProperty().set(key);
                    }
                }));
    }

    private Optional<ManualPlace> page() {
        return Optional.of(
                switch (context.navigation().tabProperty().get()) {
                    case PROBLEMS -> ManualPlace.page("problems");
                    case DIFF -> ManualPlace.page("map");
                    case EVENTS, CONTAINER -> ManualPlace.page("containers");
                });
    }

    private DiffView diff() {
        DiffView view = new DiffView("No unsaved changes. Drag a service into a network, and the changed lines of your"
                + " files show here before anything is written.");
        view.show(context.project().changes());
        diff = Optional.of(view);
        return view;
    }

    /** Adds a tab whose content is made when it is first looked at. */
    private void add(BottomTab key, Supplier<Node> content) {
        Tab tab = new Tab();
        tab.setId("tab-" + key.name().toLowerCase(Locale.ROOT));
        tab.selectedProperty().addListener((property, old, selected) -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
        tabs.put(key, tab);
        pane.getTabs().add(tab);
        if (key == BottomTab.PROBLEMS) {
            tab.setContent(content.get());
        }
    }

    private void select(BottomTab key) {
        pane.getSelectionModel().select(tab(key));
    }

    private Tab tab(BottomTab key) {
        return Objects.requireNonNull(tabs.get(key));
    }
}
