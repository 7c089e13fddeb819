package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.model.Consideration;
import dev.bulkhead.ui.theme.Nodes;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Routes of the project's proxies that lead to a service, and a form for another one, in whichever dialect the proxy speaks. */
public final class RouteForm extends VBox {

    private final Topology topology;
    private final ProxyFiles files;
    private final String service;
    private final FormActions actions;
    private final ComboBox<String> proxy = new ComboBox<>();
    private final TextField host = new TextField();
    private final TextField path = new TextField();
    private final TextField port = new TextField();
    private final CheckBox tls = new CheckBox("HTTPS");
    private final Label told = Nodes.wrapped("", "bh-field-told");
    private final Button add = new Button("Add route");
    private long asked;

    /** Shows the routes to a service, as labels and the files of the proxies state them. */
    public RouteForm(Topology topology, ProxyFiles files, Service service, FormActions actions) {
        this.topology = topology;
        this.files = files;
        this.service = service.key();
        this.actions = actions;
        setId("route-form");
        getStyleClass().add("bh-port-form");
        ProxyRoutes routes = ProxyRoutes.of(topology, files);
        List<Route> here = routes.routes().stream()
                .filter(route -> leadsHere(route, service.key()))
                .toList();
        here.forEach(route -> getChildren().add(Nodes.wrapped(words(route), "bh-mono", "bh-route")));
        if (here.isEmpty()) {
            getChildren().add(Nodes.label("No route leads here.", "bh-muted"));
        }
        if (routes.servers().isEmpty()) {
            getChildren()
                    .add(Nodes.wrapped(
                            "No service of the project runs a proxy that is known: Traefik, Caddy or nginx-proxy.",
                            "bh-muted"));
            return;
        }
        proxy.getItems()
                .setAll(routes.servers().stream()
                        .map(ProxyServer::key)
                        .distinct()
                        .toList());
        proxy.setValue(
                routes.entrance().map(ProxyServer::key).orElse(proxy.getItems().getFirst()));
        port.setText(service.ports().stream()
                .findFirst()
                .map(one -> Integer.toString(one.target()))
                .orElse(""));
        fill();
        check();
    }

    private static boolean leadsHere(Route route, String service) {
        return route.container().map(RouteTarget.Container::service).equals(Optional.of(service));
    }

    /** Returns a route in a line: what it takes, where it leads, by which proxy. */
    static String words(Route route) {
        String name = route.match().hosts().isEmpty()
                ? route.match().rule()
                : String.join(", ", route.match().hosts())
                        + String.join(" ", route.match().paths());
        return (route.entry().tls() ? "https " : "http ") + name + " → "
                + route.container()
                        .flatMap(RouteTarget.Container::port)
                        .map(number -> ":" + number)
                        .orElse("its port")
                + " by " + route.proxy();
    }

    private void fill() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-port-grid");
        proxy.setId("route-proxy");
        proxy.setAccessibleText("Proxy");
        proxy.setMaxWidth(Double.MAX_VALUE);
        tls.setId("route-tls");
        grid.addRow(0, Nodes.label("Host", "bh-field-name"), field(host, "route-host", "Host", "photos.example.org"));
        grid.addRow(1, Nodes.label("Path", "bh-field-name"), field(path, "route-path", "Path", "all"));
        grid.addRow(2, Nodes.label("Container port", "bh-field-name"), field(port, "route-port", "Port", "8080"));
        grid.addRow(3, Nodes.label("Proxy", "bh-field-name"), proxy);
        grid.addRow(4, Nodes.label("Way in", "bh-field-name"), tls);
        proxy.valueProperty().addListener((property, old, now) -> check());
        tls.selectedProperty().addListener((property, old, now) -> check());
        add.setId("route-add");
        add.getStyleClass().addAll("small", "accent");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(event -> add());
        getChildren().addAll(grid, told, add);
    }

    private TextField field(TextField field, String id, String name, String prompt) {
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(prompt);
        field.getStyleClass().add("bh-mono");
        GridPane.setHgrow(field, Priority.ALWAYS);
        field.textProperty().addListener((property, old, now) -> check());
        field.setOnAction(event -> add());
        return field;
    }

    private FieldDraft draft() {
        return new RouteDraft(
                        proxy.getValue(),
                        host.getText().strip(),
                        path.getText().strip(),
                        port.getText().strip(),
                        tls.isSelected())
                .draft(topology, files, service);
    }

    private void check() {
        long number = ++asked;
        switch (draft()) {
            case FieldDraft.Same() -> say("", false, false);
            // Before anything is typed nothing is wrong yet.
            case FieldDraft.Wrong(String sentence) -> say(host.getText().isEmpty() ? "" : sentence, true, false);
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
        add.setDisable(!possible);
    }

    private void add() {
        if (!add.isDisabled() && draft() instanceof FieldDraft.Change(ProjectEdit edit)) {
            actions.apply(edit);
        }
    }
}
