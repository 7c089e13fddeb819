package dev.bulkhead.ui.inspector;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.inspector.form.FormView;
import dev.bulkhead.ui.inspector.form.MembershipItems;
import dev.bulkhead.ui.inspector.form.PortForm;
import dev.bulkhead.ui.inspector.form.ServiceFields;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Sections of the inspector about how a service stands in networks: memberships, published ports, network mode and names. */
final class ServiceSections {

    private final NetworkTints tints;
    private final InspectorActions actions;
    private final Disclosure disclosure = new Disclosure();
    private final RouteSection routes;
    /** What the proxies' files said last; nothing before somebody looked. */
    private Optional<ProxyFiles> proxyFiles = Optional.empty();

    ServiceSections(NetworkTints tints, InspectorActions actions) {
        this.tints = tints;
        this.actions = actions;
        this.routes = new RouteSection(disclosure, actions);
    }

    /** Returns the sections of a service. */
    List<Node> of(Inspection.OfService shown, Topology topology, SourceMap sources, Optional<ReachMatrix> matrix) {
        Service service = shown.service();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Nodes.heading(Words.of("servicesections.networks")));
        shown.instead().ifPresent(words -> nodes.add(Nodes.wrapped(Words.of("servicesections.it", words), "bh-muted")));
        shown.memberships().forEach(membership -> nodes.add(membership(service, membership, topology)));
        if (!shown.joinable().isEmpty()) {
            nodes.add(joinMenu(service.key(), shown.joinable()));
        }
        nodes.add(Nodes.heading(Words.of("servicesections.published-ports")));
        if (service.ports().isEmpty()) {
            nodes.add(Nodes.label(Words.of("servicesections.none"), "bh-muted"));
        }
        for (int i = 0; i < service.ports().size(); i++) {
            nodes.add(port(service.key(), service.ports().get(i), "port-" + service.key() + "-" + i, matrix));
        }
        if (!(service.networkMode() instanceof NetworkMode.OfService)) {
            nodes.add(disclosure.of(
                    "publish-port",
                    Words.of("servicesections.publish-a-port"),
                    () -> portForm(service.key(), "publish-port", Optional.empty())));
        }
        nodes.add(disclosure.of(
                "proxy-routes", Words.of("servicesections.proxy-routes"), () -> routes(service, topology)));
        nodes.add(disclosure.of(
                "service-names",
                Words.of("servicesections.network-mode-host-name-extra"),
                () -> new FormView(
                        "service-form",
                        ServiceFields.of(
                                topology,
                                service,
                                element -> sources.of(element).isPresent()),
                        actions)));
        return nodes;
    }

    private VBox membership(Service service, Inspection.Membership membership, Topology topology) {
        VBox box = new VBox(row(service.key(), membership));
        Optional<Attachment> attachment = service.attachment(membership.network());
        attachment.ifPresent(stated -> {
            VBox more = disclosure.of(
                    "membership-" + membership.network(),
                    words(stated),
                    () -> new FormView(
                            "membership-form-" + membership.network(),
                            MembershipItems.of(topology, service.key(), stated),
                            actions));
            more.getStyleClass().add("bh-membership-more");
            box.getChildren().add(more);
        });
        return box;
    }

    /** What a membership says beside its network: the further names and the priority, or that they can be given. */
    private static String words(Attachment stated) {
        List<String> parts = new ArrayList<>();
        if (!stated.aliases().isEmpty()) {
            parts.add(Words.of("servicesections.alias", String.join(", ", stated.aliases())));
        }
        if (stated.priority() != 0) {
            parts.add(Words.of("servicesections.priority", stated.priority()));
        }
        if (stated.gwPriority() != 0) {
            parts.add(Words.of("servicesections.gateway-priority", stated.gwPriority()));
        }
        stated.macAddress().ifPresent(mac -> parts.add(Words.of("servicesections.mac", mac)));
        return parts.isEmpty() ? Words.of("servicesections.address-aliases-priority") : String.join(", ", parts);
    }

    private HBox row(String service, Inspection.Membership membership) {
        Hyperlink name = new Hyperlink(membership.network());
        name.getStyleClass().add("bh-quiet-link");
        name.setMnemonicParsing(false);
        name.setOnAction(event -> actions.select(new Element.NetworkElement(membership.network())));
        // Two lines, so that neither a long name nor an address is ever cut.
        VBox words = new VBox(name, Nodes.wrapped(address(membership), "bh-mono", "bh-muted"));
        words.setMinWidth(0);
        HBox row = Nodes.row("bh-inspector-row", Nodes.dot("bh-swatch", tints.styleClass(membership.network())), words);
        if (membership.internal()) {
            row.getChildren().add(Glyph.INTERNAL.icon());
        }
        row.getChildren().add(Nodes.spring());
        if (membership.removable()) {
            Button leave = new Button("", Glyph.LEAVE.icon());
            leave.getStyleClass().addAll("button-icon", "flat", "small");
            leave.setTooltip(new Tooltip(Words.of("servicesections.leave", membership.network())));
            leave.setAccessibleText(Words.of("servicesections.leave", membership.network()));
            leave.setOnAction(event -> actions.apply(new TopologyEdit.Detach(service, membership.network())));
            row.getChildren().add(leave);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String address(Inspection.Membership membership) {
        return membership
                .address()
                .map(address -> membership.fixed() ? address : Words.of("servicesections.automatic", address))
                .orElse(Words.of("servicesections.automatic-address"));
    }

    private MenuButton joinMenu(String service, List<String> joinable) {
        MenuButton menu = new MenuButton(Words.of("servicesections.join-a-network"), Glyph.ADD.icon());
        menu.setId("join-network");
        menu.getStyleClass().addAll("flat", "small", "bh-join-menu");
        for (String network : joinable) {
            MenuItem item = new MenuItem(network, Nodes.dot("bh-swatch", tints.styleClass(network)));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> actions.apply(new TopologyEdit.Attach(service, network)));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** A port keeps its place when it is changed, so the place is what its form is opened and found again by. */
    private VBox port(String service, PortMapping port, String key, Optional<ReachMatrix> matrix) {
        PortExposure exposure = PortExposure.of(matrix, service, port);
        Button remove = new Button("", Glyph.CLOSE.icon());
        remove.getStyleClass().addAll("button-icon", "flat", "small");
        remove.setTooltip(new Tooltip(Words.of("servicesections.no-longer-publish", port.text())));
        remove.setAccessibleText(Words.of("servicesections.no-longer-publish", port.text()));
        remove.setOnAction(event -> {
            disclosure.closeAll("port-" + service + "-");
            actions.apply(new TopologyEdit.Unpublish(service, port));
        });
        VBox more = disclosure.of(
                key,
                port.published().orElse(Words.of("servicesections.any-port")) + " → " + port.target() + "/"
                        + port.protocol().text(),
                () -> portForm(service, key, Optional.of(port)));
        more.getStyleClass().add("bh-mono");
        VBox column = new VBox(
                more, Nodes.wrapped(exposure.words(), exposure.open() ? "bh-exposed" : "bh-muted", "bh-exposure"));
        column.setMinWidth(0);
        HBox row = Nodes.row("bh-inspector-row", column, Nodes.spring(), remove);
        row.setAlignment(Pos.TOP_LEFT);
        return new VBox(row);
    }

    /**
     * The files of the proxies are read once somebody looks, and again with each look. Where they say what they said, nothing
     * is replaced: somebody may be typing.
     */
    private Node routes(Service service, Topology topology) {
        VBox place = new VBox(Nodes.label(Words.of("servicesections.reading-the-proxies-files"), "bh-muted"));
        proxyFiles.ifPresent(known -> place.getChildren().setAll(routes.of(topology, known, service)));
        actions.readProxyFiles(files -> {
            if (!proxyFiles.equals(Optional.of(files))) {
                proxyFiles = Optional.of(files);
                place.getChildren().setAll(routes.of(topology, files, service));
            }
        });
        return place;
    }

    private Node portForm(String service, String key, Optional<PortMapping> before) {
        return new PortForm(service, before, actions, () -> disclosure.close(key));
    }
}
