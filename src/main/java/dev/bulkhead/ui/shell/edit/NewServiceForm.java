package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Form for a new service on a network: its image, and its name, which follows the image until it is typed. */
final class NewServiceForm extends VBox {

    private final String network;
    private final TextField image = new TextField();
    private final TextField name = new TextField();
    private final ObservableValue<String> trouble;
    /** The name that was made of the image last; what differs from it was typed. */
    private String proposed = "";

    NewServiceForm(Topology topology, String network) {
        this.network = network;
        getStyleClass().add("bh-form");
        image.setId("new-service-image");
        image.setPromptText(Words.of("newserviceform.for-instance-nginx-1-27"));
        image.setAccessibleText(Words.of("newserviceform.image-of-the-service"));
        image.getStyleClass().add("bh-mono");
        name.setId("new-service-name");
        name.setPromptText(Words.of("newserviceform.for-instance-web"));
        name.setAccessibleText(Words.of("newserviceform.name-of-the-service"));
        image.textProperty().subscribe(this::propose);
        trouble = Bindings.createStringBinding(
                () -> trouble(topology, name.getText().strip()), name.textProperty());
        Label wrong = Nodes.wrapped("", "bh-form-trouble");
        wrong.textProperty().bind(trouble);
        getChildren()
                .addAll(
                        Nodes.label(Words.of("newserviceform.image"), "bh-form-label"),
                        image,
                        Nodes.label(Words.of("newserviceform.name"), "bh-form-label"),
                        name,
                        wrong);
    }

    private void propose(String text) {
        if (name.getText().equals(proposed)) {
            proposed = nameOf(text.strip());
            name.setText(proposed);
        }
    }

    /** Returns the name that people give a service of an image: its last part, without tag and digest. */
    static String nameOf(String image) {
        return image.replaceFirst(".*/", "").replaceFirst("[:@$].*", "").replaceAll("[^a-zA-Z0-9._-]", "-");
    }

    /** Whether the service can be made of what the fields say. */
    ObservableValue<Boolean> valid() {
        return Bindings.createBooleanBinding(
                () -> trouble.getValue().isEmpty()
                        && !name.getText().isBlank()
                        && !image.getText().isBlank(),
                name.textProperty(),
                image.textProperty(),
                trouble);
    }

    /** Returns the name of the service. */
    String key() {
        return name.getText().strip();
    }

    /** Returns the edit that declares the service; one that is on default alone states no networks, as Compose has it. */
    FieldEdit edit() {
        FieldValue.Fields body = FieldValue.fields()
                .with("image", new FieldValue.Written(image.getText().strip()));
        return new FieldEdit.AddElement(
                Element.service(key()),
                network.equals("default") ? body : body.with("networks", FieldValue.texts(network)));
    }

    /** Returns what is wrong with a name; empty for nothing. */
    static String trouble(Topology topology, String name) {
        if (topology.services().containsKey(name)) {
            return Words.of("newserviceform.there-is-a-service-already", name);
        }
        return name.isEmpty() || name.matches("[a-zA-Z0-9][a-zA-Z0-9._-]*")
                ? ""
                : Words.of("newserviceform.a-name-has-letters-digits");
    }
}
