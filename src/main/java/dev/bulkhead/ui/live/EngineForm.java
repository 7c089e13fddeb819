package dev.bulkhead.ui.live;

import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Form for the choice of an engine. */
public final class EngineForm extends VBox {

    private final EngineChoice first;
    private final ToggleGroup group = new ToggleGroup();
    private final RadioButton standard = choice("engine-standard", Words.of("engineform.the-engine-that-docker-uses"));
    private final RadioButton stated = choice("engine-stated", Words.of("engineform.the-engine-at-this-address"));
    private final RadioButton named = choice("engine-named", Words.of("engineform.all-hosts-that-bulkhead-yml"));
    private final RadioButton practice = choice("engine-practice", Words.of("engineform.the-practice-engine"));
    private final RadioButton offline = choice("engine-offline", Words.of("engineform.none-work-offline"));
    private final TextField url = new TextField();
    private final VBox several = hint(Words.of("engineform.several-with-a-space-between"));
    private final BooleanBinding valid;
    private List<EngineChoice.Named> hosts = List.of();

    /** Asks, with a choice to begin with. */
    public EngineForm(EngineChoice now) {
        this.first = now;
        getStyleClass().add("bh-form-column");
        setSpacing(8);
        url.setId("engine-url");
        url.setPromptText(Words.of("engineform.unix-var-run-docker-sock"));
        url.setAccessibleText(Words.of("engineform.address-of-the-engine"));
        url.setPrefColumnCount(36);
        url.textProperty().addListener((property, old, text) -> stated.setSelected(true));
        getChildren()
                .addAll(
                        standard,
                        hint(Words.of("engineform.docker-host-else-the-current")),
                        stated,
                        url,
                        several,
                        practice,
                        hint(Words.of("engineform.in-memory-everything-can-be")),
                        offline,
                        hint(Words.of("engineform.the-files-can-be-seen")));
        show(now);
        valid = Bindings.createBooleanBinding(
                () -> !stated.isSelected() || !url.getText().isBlank(),
                group.selectedToggleProperty(),
                url.textProperty());
    }

    /** Returns the form where an engine has to answer: to work without one is no choice. */
    public EngineForm answering() {
        getChildren().removeLast();
        getChildren().removeAll(offline, several);
        stated.setText(Words.of("engineform.the-engine-at-this-address-2"));
        return this;
    }

    /** Returns the form with the hosts that a project names, where they are several. */
    EngineForm offering(List<EngineChoice.Named> stated) {
        if (stated.size() > 1) {
            hosts = List.copyOf(stated);
            String names = stated.stream().map(EngineChoice.Named::name).collect(Collectors.joining(", "));
            getChildren().addAll(getChildren().indexOf(practice), List.of(named, hint(names)));
            if (first instanceof EngineChoice.Hosts(List<EngineChoice.Named> chosen) && chosen.equals(hosts)) {
                named.setSelected(true);
            }
        }
        return this;
    }

    /** Whether the answers make a choice. */
    public BooleanBinding valid() {
        return valid;
    }

    /** Returns the choice. */
    public EngineChoice choice() {
        if (stated.isSelected()) {
            return EngineChoice.of(url.getText());
        }
        if (named.isSelected()) {
            return new EngineChoice.Hosts(hosts);
        }
        if (practice.isSelected()) {
            return new EngineChoice.Practice();
        }
        return offline.isSelected() ? new EngineChoice.Offline() : new EngineChoice.Standard();
    }

    private void show(EngineChoice now) {
        switch (now) {
            case EngineChoice.Standard() -> standard.setSelected(true);
            case EngineChoice.Address(String address) -> url.setText(address);
            case EngineChoice.Hosts(List<EngineChoice.Named> chosen) ->
                url.setText(chosen.stream().map(EngineChoice.Named::address).collect(Collectors.joining(" ")));
            case EngineChoice.Practice() -> practice.setSelected(true);
            case EngineChoice.Offline() -> offline.setSelected(true);
        }
    }

    private RadioButton choice(String id, String words) {
        RadioButton button = new RadioButton(words);
        button.setId(id);
        button.setToggleGroup(group);
        return button;
    }

    private static VBox hint(String words) {
        VBox box = new VBox(Nodes.label(words, "bh-muted"));
        box.setStyle("-fx-padding: -4 0 4 26;");
        return box;
    }
}
