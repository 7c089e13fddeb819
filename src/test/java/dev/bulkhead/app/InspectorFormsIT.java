package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Ports, routes and several selected, changed in the inspector: what is typed is one edit, one undo, and the keyboard stays there. */
@WithWindow
class InspectorFormsIT {

    private static final String COMPOSE = """
            name: shop
            services:
              edge:
                image: traefik:v3.5
                command: [--entrypoints.web.address=:80]
                networks: [front]
              app:
                image: ghcr.io/acme/app:1
                ports: ["127.0.0.1:8080:80"]
                networks: [front]
                labels:
                  traefik.http.routers.app.rule: Host(`app.lan`)
                  traefik.http.routers.app.middlewares: limit@file
                  traefik.http.services.app.loadbalancer.server.port: "80"
              db:
                image: postgres:17
                networks: [back]
            networks: {front: {}, back: {}}
            """;

    @Test
    void aRouteIsChangedWhereItIsStated(TestWindow window) throws Exception {
        open(window);
        select(window, Element.service("app"));
        window.click("#open-proxy-routes");
        window.await("the route", () -> window.shown("#open-route-app-0"));
        assertThat(window.words("#open-route-app-0")).isEqualTo("▸ http app.lan → :80 by edge");
        window.click("#open-route-app-0");
        type(window, "#route-host", "not a host");
        assertThat(window.words("#route-form .bh-field-told")).isEqualTo("A host looks like photos.example.org.");

        type(window, "#route-host", "new.lan");
        window.await(
                "that it can be taken",
                () -> !window.onFx(() -> node(window, "#route-take").isDisabled()));
        window.robot().type(KeyCode.ENTER);
        window.await("the route", () -> label(window).equals("Host(`new.lan`)"));

        assertThat(window.onFx(() -> service(window).container().labels()))
                .containsEntry("traefik.http.routers.app.middlewares", "limit@file");
        window.await("the form again", () -> window.words("#open-route-app-0").endsWith("new.lan → :80 by edge"));
        assertThat(focused(window)).isEqualTo("open-route-app-0");
        window.run(() -> window.context().project().undo());
        assertThat(label(window)).isEqualTo("Host(`app.lan`)");
    }

    @Test
    void aRouteIsTakenAwayAndOneUndoBringsItBack(TestWindow window) throws Exception {
        open(window);
        select(window, Element.service("app"));
        window.click("#open-proxy-routes");
        window.await("the route", () -> window.shown("#open-route-app-0"));
        window.click("#open-route-app-0");
        window.run(() -> node(window, "#route-remove").requestFocus());
        window.robot().type(KeyCode.SPACE);

        window.await("that it is gone", () -> !window.shown("#open-route-app-0"));
        assertThat(window.onFx(() -> service(window).container().labels()))
                .doesNotContainKeys("traefik.http.routers.app.rule", "traefik.http.routers.app.middlewares");
        window.run(() -> window.context().project().undo());
        assertThat(label(window)).isEqualTo("Host(`app.lan`)");
    }

    @Test
    void aPortIsChangedAndAnotherOnePublished(TestWindow window) throws Exception {
        open(window);
        select(window, Element.service("app"));
        window.click("#open-port-app-0");
        type(window, "#port-published", "8081");
        window.robot().type(KeyCode.ENTER);
        window.await("the port", () -> ports(window).equals(List.of("127.0.0.1:8081:80")));
        assertThat(focused(window)).isEqualTo("open-port-app-0");

        window.click("#open-publish-port");
        type(window, "#port-published", "8081");
        type(window, "#port-target", "81");
        window.await(
                "the sentence", () -> window.words("#port-form .bh-field-told").contains("8081"));
        window.robot().type(KeyCode.ENTER);
        assertThat(ports(window)).hasSize(1);

        type(window, "#port-published", "8082");
        window.await(
                "that it can be taken",
                () -> !window.onFx(() -> node(window, "#port-take").isDisabled()));
        window.click("#port-take");
        window.await("the port", () -> ports(window).contains("127.0.0.1:8082:81"));
        window.run(() -> window.context().project().undo());
        window.run(() -> window.context().project().undo());
        assertThat(ports(window)).containsExactly("127.0.0.1:8080:80");
    }

    @Test
    void severalJoinAndAreSwitchedAsOneStep(TestWindow window) throws Exception {
        open(window);
        window.run(() -> window.context().map().select(Set.of(Element.service("app"), Element.service("edge"))));
        window.run(() -> ((MenuButton) node(window, "#several-join"))
                .getItems().stream()
                        .filter(item -> item.getText().equals("back"))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        window.await("both", () -> members(window, "back").equals(Set.of("app", "edge", "db")));
        window.run(() -> window.context().project().undo());
        assertThat(members(window, "back")).containsExactly("db");

        window.run(() -> window.context().map().select(Set.of(Element.network("front"), Element.network("back"))));
        window.click("#sheet-internal");
        window.await("both", () -> internal(window) == 2);
        window.run(() -> window.context().project().undo());
        assertThat(internal(window)).isZero();

        window.run(() -> window.context().project().readOnlyProperty().set(true));
        window.click("#sheet-internal");
        window.settle();
        assertThat(internal(window)).isZero();
        assertThat(window.onFx(() -> ((ToggleSwitch) node(window, "#sheet-internal")).isSelected()))
                .as("the switch shows what is, not what was refused")
                .isFalse();
    }

    private static void open(TestWindow window) throws Exception {
        Path folder = Files.createDirectories(window.folder().resolve("shop"));
        Files.writeString(folder.resolve("compose.yaml"), COMPOSE);
        window.openProject(folder);
    }

    private static void select(TestWindow window, Element.GraphElement element) {
        window.run(() -> window.context().map().select(element));
    }

    private static void type(TestWindow window, String field, String text) {
        window.click(field);
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write(text);
        window.settle();
    }

    private static Node node(TestWindow window, String query) {
        return window.robot().lookup(query).query();
    }

    private static String focused(TestWindow window) {
        window.settle();
        return window.onFx(() -> String.valueOf(
                window.desktop().stage().getScene().getFocusOwner().getId()));
    }

    private static Topology topology(TestWindow window) {
        return window.context().project().topologyProperty().get();
    }

    private static Service service(TestWindow window) {
        return topology(window).service("app").orElseThrow();
    }

    private static String label(TestWindow window) {
        return window.onFx(
                () -> String.valueOf(service(window).container().labels().get("traefik.http.routers.app.rule")));
    }

    private static List<String> ports(TestWindow window) {
        return window.onFx(
                () -> service(window).ports().stream().map(PortMapping::text).toList());
    }

    private static Set<String> members(TestWindow window, String network) {
        return window.onFx(() ->
                topology(window).members(network).stream().map(Service::key).collect(Collectors.toSet()));
    }

    private static long internal(TestWindow window) {
        return window.onFx(() -> topology(window).networks().values().stream()
                .filter(network -> network.internal())
                .count());
    }
}
