package dev.bulkhead.ui.shell.toolbar;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.hosts.HostRow;
import dev.bulkhead.ui.hosts.HostsWords;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.LiveWords;
import dev.bulkhead.ui.live.SeenHosts;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Pill in the toolbar: which engine answers and how many services run. */
public final class EnginePill extends HBox {

    private final ShellContext context;
    private final Region dot = Nodes.dot();
    private final Label text = Nodes.label("", "bh-pill-text");
    private final Tooltip tooltip = new Tooltip();
    private boolean brief;

    public EnginePill(ShellContext context) {
        this.context = context;
        setId("engine-pill");
        getStyleClass().add("bh-pill");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(dot, text);
        Tooltip.install(this, tooltip);
        setOnMouseClicked(event -> context.commands().run(Command.CONNECT_ENGINE));
        context.engine().statusProperty().addListener((property, old, now) -> render());
        context.engine().hostsProperty().addListener((property, old, now) -> render());
        context.engine().stateProperty().addListener((property, old, now) -> render());
        context.project().topologyProperty().addListener((property, old, now) -> render());
        render();
    }

    /** Leaves the engine's name to the tooltip, or not. */
    void setShort(boolean wanted) {
        if (brief != wanted) {
            brief = wanted;
            render();
        }
    }

    /** Leaves everything but the mark to the tooltip, or not. */
    void setWordless(boolean wanted) {
        Nodes.present(text, !wanted);
    }

    /** What it says. */
    ReadOnlyStringProperty textProperty() {
        return text.textProperty();
    }

    private void render() {
        EngineStatus status = context.engine().statusProperty().get();
        dot.getStyleClass().setAll("bh-dot", style(status));
        text.setText(words(status));
        tooltip.setText(text.getText() + "\n" + details(status));
        setAccessibleText(text.getText());
    }

    private String words(EngineStatus status) {
        return switch (status) {
            case EngineStatus.None() -> Words.of("enginepill.no-engine");
            case EngineStatus.Connecting() -> Words.of("enginepill.connecting");
            case EngineStatus.Connected connected ->
                brief && !context.engine().hostsProperty().get().any() ? counts() : who(connected) + " · " + counts();
            case EngineStatus.Gone gone -> Words.of("enginepill.engine-is-gone");
        };
    }

    private String who(EngineStatus.Connected connected) {
        SeenHosts hosts = context.engine().hostsProperty().get();
        return hosts.any()
                ? HostsWords.counts(hosts)
                : connected.info().name() + " " + connected.info().version();
    }

    private String counts() {
        String project = context.project().topologyProperty().get().project();
        SeenHosts hosts = context.engine().hostsProperty().get();
        // of those that do not answer it is not known
        Stream<ObservedContainer> there = hosts.any()
                ? hosts.hosts().answered().stream()
                        .flatMap(view -> view.state().containers().stream())
                        .filter(container -> container.project().equals(Optional.of(project)))
                : context.engine().containers(project).stream();
        List<ServiceState.Health> marks =
                there.map(ObservedContainer::status).map(LiveWords::mark).toList();
        long healthy =
                marks.stream().filter(m -> m == ServiceState.Health.HEALTHY).count();
        long running =
                marks.stream().filter(m -> m != ServiceState.Health.STOPPED).count();
        return brief && hosts.any()
                ? Words.of("enginepill.running", running)
                : Words.of("enginepill.running-healthy", running, healthy);
    }

    private String details(EngineStatus status) {
        return switch (status) {
            case EngineStatus.None() -> Words.of("enginepill.no-engine-is-watched");
            case EngineStatus.Connecting() -> Words.of("enginepill.waiting-for-the-engine-s");
            case EngineStatus.Connected _
            when context.engine().hostsProperty().get().any() ->
                HostRow.of(
                                context.engine().hostsProperty().get(),
                                context.project().topologyProperty().get(),
                                ZoneId.systemDefault())
                        .stream()
                        .map(row -> row.host() + ": " + (row.answers() ? row.engine() : row.state()))
                        .collect(Collectors.joining("\n"));
            case EngineStatus.Connected connected ->
                Words.of(
                        "enginepill.api",
                        connected.info().name(),
                        connected.info().version(),
                        connected.info().apiVersion(),
                        connected.info().address(),
                        connected.info().particulars().stream()
                                .map(sentence -> "\n" + sentence)
                                .collect(Collectors.joining()));
            case EngineStatus.Gone gone -> gone.reason();
        };
    }

    private String style(EngineStatus status) {
        return switch (status) {
            case EngineStatus.None() -> "bh-unknown";
            case EngineStatus.Connecting() -> "bh-starting";
            case EngineStatus.Connected connected ->
                context.engine().hostsProperty().get().hosts().silent().isEmpty() ? "bh-healthy" : "bh-unhealthy";
            case EngineStatus.Gone gone -> "bh-unhealthy";
        };
    }
}
