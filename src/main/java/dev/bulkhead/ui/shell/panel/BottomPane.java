package dev.bulkhead.ui.shell.panel;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.hosts.HostsView;
import dev.bulkhead.ui.live.EventsView;
import dev.bulkhead.ui.manual.ManualPlace;
import dev.bulkhead.ui.manual.ManualTopics;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.model.NavigationViewModel;
import dev.bulkhead.ui.problems.ProblemActions;
import dev.bulkhead.ui.problems.ProblemCount;
import dev.bulkhead.ui.problems.ProblemsView;
import dev.bulkhead.ui.problems.WorstProblem;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Tabs below the middle: problems, pending changes, events and the selected container. Closed, only their heads are seen,
 * which count, and beside them the worst problem with its fix.
 */
public final class BottomPane extends StackPane {

    /** Height of the heads of the tabs, in pixels: all that is seen while it is closed. */
    public static final double CLOSED = 34;

    /** Room between the heads of the tabs and what stands to the right of them, in pixels. */
    private static final double GAP = 16;

    private final ShellContext context;
    private final TabPane pane = new TabPane();
    private final Node right;
    /** The tab that was seen when the mouse was pressed. */
    private @Nullable Tab pressed;

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
        pane.setAccessibleText(Words.of("bottompane.problems-changes-and-engine"));
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        getChildren().add(pane);
        setMinHeight(CLOSED);
        ManualTopics.tell(this, this::page);
        ProblemsView found = new ProblemsView(
                context.project().findings(), context.navigation().problemsProperty(), problems);
        right = right(found, problems);
        getChildren().add(right);
        add(BottomTab.PROBLEMS, () -> found);
        add(BottomTab.DIFF, this::diff);
        add(BottomTab.HISTORY, () -> new HistoryView(context.project()));
        add(BottomTab.EVENTS, () -> new EventsView(context.engine(), zone));
        add(BottomTab.CONTAINER, container);
        add(BottomTab.HOSTS, () -> new HostsView(context.engine(), context.project(), zone));
        // of one engine the word in the toolbar says all
        pane.getTabs().remove(tab(BottomTab.HOSTS));
        context.engine().hostsProperty().subscribe(seen -> showHosts(seen.any()));
        tab(BottomTab.HOSTS)
                .textProperty()
                .bind(context.engine()
                        .hostsProperty()
                        .map(seen -> Words.of(
                                "bottompane.hosts", seen.hosts().views().size())));
        tab(BottomTab.CONTAINER).setText(Words.of("bottompane.container"));
        tab(BottomTab.PROBLEMS)
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> ProblemCount.title(context.project().findings()),
                        context.project().findings()));
        tab(BottomTab.DIFF)
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.of(
                                "bottompane.diff", context.project().changes().size()),
                        context.project().changes()));
        tab(BottomTab.HISTORY)
                .textProperty()
                .bind(context.project()
                        .historyProperty()
                        .map(history ->
                                Words.of("bottompane.history", history.steps().size())));
        tab(BottomTab.EVENTS).setText(Words.of("bottompane.events"));
        context.project().changes().addListener((ListChangeListener<TextChange>)
                change -> diff.ifPresent(view -> view.show(context.project().changes())));
        pane.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> pressed = pane.getSelectionModel().getSelectedItem());
        pane.addEventFilter(MouseEvent.MOUSE_CLICKED, this::headClicked);
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

    private void showHosts(boolean several) {
        Tab tab = tab(BottomTab.HOSTS);
        if (several && !pane.getTabs().contains(tab)) {
            pane.getTabs().add(tab);
        } else if (!several) {
            pane.getTabs().remove(tab);
        }
    }

    /** Returns what stands to the right of the heads. */
    private Node right(ProblemsView found, ProblemActions problems) {
        NavigationViewModel navigation = context.navigation();
        MenuButton grouping = found.groupingButton();
        grouping.visibleProperty()
                .bind(navigation.tabProperty().isEqualTo(BottomTab.PROBLEMS).and(navigation.lowerProperty()));
        grouping.managedProperty().bind(grouping.visibleProperty());
        WorstProblem worst = new WorstProblem(context.project().findings(), problems);
        worst.visibleProperty().bind(navigation.lowerProperty().not());
        worst.managedProperty().bind(worst.visibleProperty());
        Button open = new Button("", Glyph.UP.icon());
        open.setId("lower-open");
        open.getStyleClass().addAll("button-icon", "flat", "small");
        open.setOnAction(event ->
                navigation.lowerProperty().set(!navigation.lowerProperty().get()));
        navigation.lowerProperty().subscribe(now -> {
            open.setGraphic((now ? Glyph.DOWN : Glyph.UP).icon());
            open.setAccessibleText(
                    now ? Words.of("bottompane.close-the-lower-part") : Words.of("bottompane.open-the-lower-part"));
            open.setTooltip(new Tooltip(open.getAccessibleText()));
        });
        HBox row = Nodes.row("bh-bottom-right", worst, grouping, open);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setPickOnBounds(false);
        row.setMaxHeight(CLOSED);
        setAlignment(row, Pos.TOP_RIGHT);
        return row;
    }

    @Override
    protected void layoutChildren() {
        Node heads = pane.lookup(".headers-region");
        Insets margin = new Insets(0, 6, 0, heads == null ? 0 : heads.prefWidth(-1) + GAP);
        if (!margin.equals(getMargin(right))) {
            setMargin(right, margin);
        }
        super.layoutChildren();
    }

    /** A click on the head of a tab opens the part; on that of the tab that is seen it closes it. */
    private void headClicked(MouseEvent event) {
        boolean head = event.getY() < CLOSED
                && event.getTarget() instanceof Node target
                && Stream.iterate(target, Objects::nonNull, Node::getParent)
                        .anyMatch(node -> node.getStyleClass().contains("tab"));
        if (head) {
            boolean same = Objects.equals(pressed, pane.getSelectionModel().getSelectedItem());
            context.navigation()
                    .lowerProperty()
                    .set(!same || !context.navigation().lowerProperty().get());
        }
    }

    private Optional<ManualPlace> page() {
        return Optional.of(
                switch (context.navigation().tabProperty().get()) {
                    case PROBLEMS -> ManualPlace.page("problems");
                    case DIFF, HISTORY -> ManualPlace.page("map");
                    case EVENTS, CONTAINER -> ManualPlace.page("containers");
                    case HOSTS -> ManualPlace.page("hosts");
                });
    }

    private DiffView diff() {
        DiffView view = new DiffView(Words.of("bottompane.no-unsaved-changes-drag-a"));
        view.show(context.project().changes());
        diff = Optional.of(view);
        return view;
    }

    /** Adds a tab whose content is made when it is first looked at. */
    private void add(BottomTab key, Supplier<Node> content) {
        Tab tab = new Tab();
        tab.setId("tab-" + key.name().toLowerCase(Locale.ROOT));
        tab.selectedProperty().addListener((property, old, selected) -> {
            if (selected) {
                fill(tab, content);
            }
        });
        // Open or not, the first tab is selected from the start.
        context.navigation().lowerProperty().subscribe(open -> {
            if (open && tab.isSelected()) {
                fill(tab, content);
            }
        });
        tabs.put(key, tab);
        pane.getTabs().add(tab);
    }

    private void fill(Tab tab, Supplier<Node> content) {
        if (tab.getContent() == null && context.navigation().lowerProperty().get()) {
            tab.setContent(inOpenPart(content.get()));
        }
    }

    /** What is below the edge of the window cannot be come to by keys either. */
    private Node inOpenPart(Node content) {
        content.visibleProperty().bind(context.navigation().lowerProperty());
        return content;
    }

    private void select(BottomTab key) {
        pane.getSelectionModel().select(tab(key));
    }

    private Tab tab(BottomTab key) {
        return Objects.requireNonNull(tabs.get(key));
    }
}
