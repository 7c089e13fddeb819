package dev.bulkhead.ui.lanes;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MembershipChange;
import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Menus of dots, lanes and the heads of columns. */
final class LaneMenu {

    private final LanesViewModel model;
    private final CanvasActions actions;

    LaneMenu(LanesViewModel model, CanvasActions actions) {
        this.model = model;
        this.actions = actions;
    }

    List<MenuItem> items(Crossing at) {
        if (at.equals(Crossing.NONE)) {
            return List.of();
        }
        if (at.whole()) {
            return crossing(at);
        }
        return at.service().isEmpty() ? lane(at.network()) : column(at.service());
    }

    private List<MenuItem> crossing(Crossing at) {
        boolean member = topology()
                .service(at.service())
                .filter(service -> service.joins(at.network()))
                .isPresent();
        String words = member
                ? Words.of("lanemenu.leaves", at.service(), at.network())
                : Words.of("lanemenu.joins", at.service(), at.network());
        MenuItem change = item(words, () -> model.toggle(at));
        if (MembershipChange.toggle(topology(), at.service(), at.network())
                instanceof MembershipChange.Impossible(String reason)) {
            change.setText(words + " (" + reason + ")");
            change.setDisable(true);
        }
        List<MenuItem> items = new ArrayList<>(List.of(change));
        if (member) {
            items.add(item(Words.of("lanemenu.give-its-place-to-another"), () -> model.carry(at)));
            items.add(item(
                    Words.of("lanemenu.show-in-file"),
                    () -> actions.openSource(Element.membership(at.service(), at.network()))));
        }
        items.add(new SeparatorMenuItem());
        items.add(focus(new Crossing("", at.service())));
        items.add(focus(new Crossing(at.network(), "")));
        return items;
    }

    private List<MenuItem> lane(String network) {
        MenuItem rename = item(Words.of("lanemenu.rename"), () -> actions.renameNetwork(network));
        rename.setDisable(topology().network(network).isEmpty());
        return List.of(
                rename,
                item(
                        Words.of("lanemenu.select-its-members"),
                        () -> model.map()
                                .select(topology().members(network).stream()
                                        .map(Service::key)
                                        .map(ServiceElement::new)
                                        .collect(Collectors.<GraphElement>toSet()))),
                focus(new Crossing(network, "")),
                new SeparatorMenuItem(),
                item(Words.of("lanemenu.inspect"), () -> actions.openInspector(Element.network(network))),
                item(Words.of("lanemenu.show-in-file"), () -> actions.openSource(Element.network(network))));
    }

    private List<MenuItem> column(String service) {
        boolean lit = model.map().reachModeProperty().get();
        return List.of(
                item(Words.of("lanemenu.light-up-whom-it-reaches"), () -> {
                    model.map().select(Element.service(service));
                    model.map().reachModeProperty().set(true);
                }),
                disabled(
                        item(
                                Words.of("lanemenu.put-the-lights-out"),
                                () -> model.map().reachModeProperty().set(false)),
                        !lit),
                focus(new Crossing("", service)),
                new SeparatorMenuItem(),
                item(Words.of("lanemenu.inspect"), () -> actions.openInspector(Element.service(service))),
                item(Words.of("lanemenu.show-in-file"), () -> actions.openSource(Element.service(service))));
    }

    private MenuItem focus(Crossing on) {
        boolean now = model.focusProperty().get().equals(on);
        String name = on.service().isEmpty() ? on.network() : on.service();
        return item(
                now ? Words.of("lanemenu.show-all-again-f") : Words.of("lanemenu.show-only-f", name),
                () -> model.focus(on));
    }

    private static MenuItem disabled(MenuItem item, boolean disabled) {
        item.setDisable(disabled);
        return item;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Topology topology() {
        return model.map().topologyProperty().get();
    }
}
