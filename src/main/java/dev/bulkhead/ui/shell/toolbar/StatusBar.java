package dev.bulkhead.ui.shell.toolbar;

import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.fx.WatchedTasks;
import dev.bulkhead.ui.hosts.HostsWords;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Status line at the bottom: what is open, how it stands with disk and engine. */
public final class StatusBar extends HBox {

    private final ShellContext context;
    private final Label counts = Nodes.label("");
    private final Label engine = Nodes.label("");
    private final Label state = Nodes.label("", "bh-status-state");

    public StatusBar(ShellContext context, WindowServices.Activity activity, ObservableValue<String> zoom) {
        this.context = context;
        getStyleClass().add("bh-status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label zoomLabel = Nodes.label("");
        zoomLabel.setId("status-zoom");
        Hyperlink tasks = new Hyperlink();
        tasks.setId("status-activity");
        tasks.setOnAction(event -> context.commands().run(Command.ACTIVITY));
        tasks.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> under(activity), activity.tasks().listed()));
        tasks.visibleProperty().bind(tasks.textProperty().map(text -> !text.isEmpty()));
        tasks.managedProperty().bind(tasks.visibleProperty());
        zoomLabel.textProperty().bind(zoom);
        state.setId("project-state");
        // Where there is little room the counts give way first.
        setMinWidth(0);
        state.setMinWidth(USE_PREF_SIZE);
        zoomLabel.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(counts, Nodes.spring(), tasks, engine, state, zoomLabel);
        context.project().projectProperty().addListener((property, old, now) -> render());
        context.project().topologyProperty().addListener((property, old, now) -> render());
        context.project().changes().addListener((ListChangeListener<Object>) change -> render());
        context.project().readOnlyProperty().addListener((property, old, now) -> render());
        context.engine().hostsProperty().addListener((property, old, now) -> render());
        context.engine().statusProperty().addListener((property, old, now) -> render());
        render();
    }

    /** Returns what is under way, the newest and how many. */
    private static String under(WindowServices.Activity activity) {
        List<WatchedTasks.Listed> listed = activity.tasks().listed();
        return listed.isEmpty()
                ? ""
                : listed.getLast().title() + "…" + (listed.size() > 1 ? " +" + (listed.size() - 1) : "");
    }

    private void render() {
        boolean open = context.project().projectProperty().get().isPresent();
        counts.setText(
                open ? words(context.project().topologyProperty().get()) : Words.of("statusbar.no-project-is-open"));
        engine.setText(engine(context.engine().statusProperty().get()));
        int changed = context.project().changes().size();
        state.setText(
                !open
                        ? ""
                        : changed == 0
                                ? context.project().readOnlyProperty().get()
                                        ? Words.of("readonly.state")
                                        : Words.of("statusbar.saved")
                                : Words.count("unsaved-file", changed));
        state.getStyleClass().setAll("label", "bh-status-state", changed == 0 ? "bh-saved" : "bh-unsaved");
    }

    /** Returns a topology in numbers. */
    static String words(Topology topology) {
        int memberships = topology.services().values().stream()
                .mapToInt(service -> service.attachments().size())
                .sum();
        int published = topology.services().values().stream()
                .mapToInt(service -> service.ports().size())
                .sum();
        return String.join(
                "   ·   ",
                Words.count("network", topology.networks().size()),
                Words.count("service", topology.services().size()),
                Words.count("membership", memberships),
                Words.count("published-port", published));
    }

    private String engine(EngineStatus status) {
        return switch (status) {
            case EngineStatus.None() -> "";
            case EngineStatus.Connecting() -> Words.of("statusbar.engine-connecting");
            case EngineStatus.Connected _
            when context.engine().hostsProperty().get().any() ->
                HostsWords.counts(context.engine().hostsProperty().get());
            case EngineStatus.Connected connected ->
                Words.of(
                        "statusbar.api",
                        connected.info().name(),
                        connected.info().version(),
                        connected.info().apiVersion());
            case EngineStatus.Gone gone -> Words.of("statusbar.engine-is-gone");
        };
    }
}
