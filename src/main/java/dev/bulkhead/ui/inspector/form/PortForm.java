package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.model.Consideration;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Form of a published port in its long form, to publish one or to change one. */
public final class PortForm extends VBox {

    private final String service;
    private final Optional<PortMapping> before;
    private final FormActions actions;
    private final TextField address;
    private final TextField published;
    private final TextField target;
    private final ComboBox<Protocol> protocol = new ComboBox<>();
    private final ComboBox<String> mode = new ComboBox<>();
    private final Label told = Nodes.wrapped("", "bh-field-told");
    private final Button take;
    private final Runnable done;
    private long asked;

    /**
     * Creates the form.
     *
     * @param before the port that is changed; empty for a new one
     * @param done takes the form away
     */
    public PortForm(String service, Optional<PortMapping> before, FormActions actions, Runnable done) {
        this.service = service;
        this.before = before;
        this.actions = actions;
        this.done = done;
        PortDraft shown = before.map(PortDraft::of).orElse(PortDraft.NEW);
        setId("port-form");
        getStyleClass().add("bh-port-form");
        address = field(
                "port-address",
                Words.of("portform.host-address"),
                shown.hostIp(),
                Words.of("portform.all-addresses"),
                Words.of("portform.address-of-the-host-that"));
        published = field(
                "port-published",
                Words.of("portform.host-port"),
                shown.published(),
                Words.of("portform.the-engine-chooses"),
                Words.of("portform.port-of-the-host-or"));
        target = field(
                "port-target",
                Words.of("portform.container-port"),
                shown.target(),
                Words.of("portform.for-instance-8080"),
                Words.of("portform.port-that-the-service-listens"));
        protocol.setId("port-protocol");
        protocol.getItems().setAll(Arrays.asList(Protocol.values()));
        protocol.setValue(shown.protocol());
        protocol.setAccessibleText(Words.of("portform.protocol"));
        protocol.setMaxWidth(Double.MAX_VALUE);
        mode.setId("port-mode");
        mode.getItems().setAll(PortMapping.INGRESS, "host");
        mode.setValue(shown.mode());
        mode.setAccessibleText(Words.of("portform.mode"));
        mode.setMaxWidth(Double.MAX_VALUE);
        mode.setTooltip(FormView.tooltip(Words.of("portform.in-a-swarm-ingress-answers")));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-port-grid");
        grid.addRow(0, Nodes.label(Words.of("portform.host-address"), "bh-field-name"), address);
        grid.addRow(1, Nodes.label(Words.of("portform.host-port"), "bh-field-name"), published);
        grid.addRow(2, Nodes.label(Words.of("portform.container-port"), "bh-field-name"), target);
        grid.addRow(3, Nodes.label(Words.of("portform.protocol"), "bh-field-name"), protocol);
        grid.addRow(4, Nodes.label(Words.of("portform.mode"), "bh-field-name"), mode);
        take = new Button(before.isPresent() ? Words.of("portform.change") : Words.of("portform.publish"));
        take.setId("port-take");
        take.getStyleClass().addAll("small", "accent");
        take.setOnAction(event -> take());
        Button cancel = new Button(Words.of("portform.cancel"));
        cancel.setId("port-cancel");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(event -> done.run());
        HBox buttons = Nodes.row("bh-port-buttons", take, cancel);
        getChildren().addAll(grid, told, buttons);
        protocol.valueProperty().addListener((property, old, now) -> changed());
        mode.valueProperty().addListener((property, old, now) -> changed());
        changed();
    }

    private TextField field(String id, String name, String value, String prompt, String help) {
        TextField field = new TextField(value);
        field.setId(id);
        // What the files say, for whoever makes the form anew while somebody types.
        field.setUserData(value);
        field.setAccessibleText(name);
        field.setAccessibleHelp(help);
        field.setTooltip(FormView.tooltip(help));
        field.setPromptText(prompt);
        field.getStyleClass().add("bh-mono");
        GridPane.setHgrow(field, Priority.ALWAYS);
        field.textProperty().addListener((property, old, now) -> changed());
        field.setOnAction(event -> take());
        return field;
    }

    private FieldDraft draft() {
        return new PortDraft(
                        address.getText().strip(),
                        published.getText().strip(),
                        target.getText().strip(),
                        protocol.getValue(),
                        mode.getValue())
                .draft(service, before);
    }

    private void changed() {
        long number = ++asked;
        switch (draft()) {
            case FieldDraft.Same() -> say("", false, false);
            // Before anything is typed nothing is wrong yet.
            case FieldDraft.Wrong(String sentence) -> say(target.getText().isEmpty() ? "" : sentence, true, false);
            case FieldDraft.Change(ProjectEdit edit) ->
                actions.consider(edit, answer -> {
                    if (number == asked) {
                        know(answer);
                    }
                });
        }
    }

    private void know(Consideration answer) {
        Optional<String> forbidden = answer.forbids();
        say(forbidden.or(answer::warns).orElse(""), forbidden.isPresent(), forbidden.isEmpty());
    }

    private void say(String sentence, boolean wrong, boolean possible) {
        told.setText(sentence);
        told.getStyleClass().setAll("label", "bh-field-told", wrong ? "bh-form-trouble" : "bh-muted");
        Nodes.present(told, !sentence.isEmpty());
        take.setDisable(!possible);
    }

    private void take() {
        if (!take.isDisabled() && draft() instanceof FieldDraft.Change(ProjectEdit edit)) {
            done.run();
            actions.apply(edit);
        }
    }
}
