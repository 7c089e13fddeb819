package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.model.Consideration;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Form of a route by which a proxy leads to a service, to add one or to change one, in whichever dialect the proxy speaks. */
public final class RouteForm extends VBox {

    private final Topology topology;
    private final ProxyFiles files;
    private final String service;
    private final Optional<Route> before;
    private final FormActions actions;
    private final Runnable done;
    private final ComboBox<String> proxy = new ComboBox<>();
    private final TextField host;
    private final TextField path;
    private final TextField port;
    private final CheckBox tls = new CheckBox(Words.of("routeform.https"));
    private final Label told = Nodes.wrapped("", "bh-field-told");
    private final Button take;
    private long asked;

    /**
     * Creates the form.
     *
     * @param routes the proxies of the project, of which there is at least one, and their routes
     * @param before the route that is changed; empty for a new one
     * @param done takes the form away
     */
    public RouteForm(
            Topology topology,
            ProxyFiles files,
            ProxyRoutes routes,
            Service service,
            Optional<Route> before,
            FormActions actions,
            Runnable done) {
        this.topology = topology;
        this.files = files;
        this.service = service.key();
        this.before = before;
        this.actions = actions;
        this.done = done;
        RouteDraft shown = before.map(RouteDraft::of).orElseGet(() -> fresh(routes, service));
        setId("route-form");
        getStyleClass().add("bh-port-form");
        proxy.setId("route-proxy");
        proxy.setAccessibleText(Words.of("routeform.proxy"));
        proxy.setMaxWidth(Double.MAX_VALUE);
        proxy.getItems()
                .setAll(routes.servers().stream()
                        .map(ProxyServer::key)
                        .distinct()
                        .toList());
        proxy.setValue(shown.proxy());
        // A route is told in the language of its proxy, so another proxy is another route.
        proxy.setDisable(before.isPresent());
        host = field(
                "route-host",
                Words.of("routeform.host"),
                shown.host(),
                "photos.example.org",
                Words.of("routeform.name-that-people-open-without"));
        path = field(
                "route-path",
                Words.of("routeform.path"),
                shown.path(),
                Words.of("routeform.all"),
                Words.of("routeform.what-the-path-of-a"));
        port = field(
                "route-port",
                Words.of("routeform.container-port"),
                shown.port(),
                "8080",
                Words.of("routeform.port-that-the-service-listens"));
        tls.setId("route-tls");
        tls.setSelected(shown.tls());
        tls.setTooltip(FormView.tooltip(Words.of("routeform.whether-requests-come-to-the")));
        take = new Button(before.isPresent() ? Words.of("routeform.change-route") : Words.of("routeform.add-route"));
        take.setId("route-take");
        take.getStyleClass().addAll("small", "accent");
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(event -> take());
        fill();
        changed();
    }

    private static RouteDraft fresh(ProxyRoutes routes, Service service) {
        return new RouteDraft(
                routes.entrance()
                        .map(ProxyServer::key)
                        .orElse(routes.servers().getFirst().key()),
                "",
                "",
                service.ports().stream()
                        .findFirst()
                        .map(one -> Integer.toString(one.target()))
                        .orElse(""),
                false);
    }

    private void fill() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-port-grid");
        grid.addRow(0, Nodes.label(Words.of("routeform.host"), "bh-field-name"), host);
        grid.addRow(1, Nodes.label(Words.of("routeform.path"), "bh-field-name"), path);
        grid.addRow(2, Nodes.label(Words.of("routeform.container-port"), "bh-field-name"), port);
        grid.addRow(3, Nodes.label(Words.of("routeform.proxy"), "bh-field-name"), proxy);
        grid.addRow(4, Nodes.label(Words.of("routeform.way-in"), "bh-field-name"), tls);
        proxy.valueProperty().addListener((property, old, now) -> changed());
        tls.selectedProperty().addListener((property, old, now) -> changed());
        Button cancel = new Button(Words.of("routeform.cancel"));
        cancel.setId("route-cancel");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(event -> done.run());
        HBox buttons = Nodes.row("bh-port-buttons", take, cancel);
        before.ifPresent(route -> buttons.getChildren().addAll(Nodes.spring(), removal(route)));
        getChildren().addAll(grid, told, buttons);
    }

    private Button removal(Route route) {
        Button remove = new Button(Words.of("routeform.remove"));
        remove.setId("route-remove");
        remove.getStyleClass().addAll("small", "danger");
        remove.setMinWidth(USE_PREF_SIZE);
        switch (RouteDraft.removal(topology, files, route)) {
            case FieldDraft.Change(ProjectEdit edit) -> {
                remove.setTooltip(FormView.tooltip(Words.of("routeform.takes-the-route-away-with")));
                remove.setOnAction(event -> {
                    done.run();
                    actions.apply(edit);
                });
            }
            case FieldDraft.Wrong(String sentence) ->
                remove.setOnAction(event -> say(sentence, true, !take.isDisabled()));
            case FieldDraft.Same() -> remove.setDisable(true);
        }
        return remove;
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
        return new RouteDraft(
                        proxy.getValue(),
                        host.getText().strip(),
                        path.getText().strip(),
                        port.getText().strip(),
                        tls.isSelected())
                .draft(topology, files, service, before);
    }

    private void changed() {
        long number = ++asked;
        switch (draft()) {
            case FieldDraft.Same() -> say("", false, false);
            // Before anything is typed nothing is wrong yet.
            case FieldDraft.Wrong(String sentence) ->
                say(host.getText().isEmpty() && before.isEmpty() ? "" : sentence, true, false);
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
