package dev.bulkhead.ui.shell.toolbar;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.LiveWords;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Nodes;
import java.util.List;
import java.util.stream.Collectors;
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
            case EngineStatus.None() -> "no engine";
            case EngineStatus.Connecting() -> "connecting…";
            case EngineStatus.Connected connected ->
                brief
                        ? counts()
                        : connected.info().name() + " " + connected.info().version() + " · " + counts();
            case EngineStatus.Gone gone -> "engine is gone";
        };
    }

    private String counts() {
        List<ServiceState.Health> marks =
                context
                        .engine()
                        .containers(context.project().topologyProperty().get().project())
                        .stream()
                        .map(ObservedContainer::status)
                        .map(LiveWords::mark)
                        .toList();
        long healthy =
                marks.stream().filter(m -> m == ServiceState.Health.HEALTHY).count();
        long running =
                marks.stream().filter(m -> m != ServiceState.Health.STOPPED).count();
        return running + " running · " + healthy + " healthy";
    }

    private static String details(EngineStatus status) {
        return switch (status) {
            case EngineStatus.None() -> "No engine is watched.";
            case EngineStatus.Connecting() -> "Waiting for the engine's first answer.";
            case EngineStatus.Connected connected ->
                connected.info().name() + " " + connected.info().version() + ", API "
                        + connected.info().apiVersion() + "\n"
                        + connected.info().address()
                        + connected.info().particulars().stream()
                                .map(sentence -> "\n" + sentence)
                                .collect(Collectors.joining());
            case EngineStatus.Gone gone -> gone.reason();
        };
    }

    private static String style(EngineStatus status) {
        return switch (status) {
            case EngineStatus.None() -> "bh-unknown";
            case EngineStatus.Connecting() -> "bh-starting";
            case EngineStatus.Connected connected -> "bh-healthy";
            case EngineStatus.Gone gone -> "bh-unhealthy";
        };
    }
}
