package dev.bulkhead.ui.canvas.over;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Service;
import dev.bulkhead.ui.canvas.model.ServiceState.Health;
import dev.bulkhead.ui.canvas.sight.SightFacts;
import dev.bulkhead.ui.canvas.sight.SightFilter;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.canvas.sight.WayIn;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Pane over the pictures in which the operator chooses what is looked for; it offers what the project has, and how many. */
public final class FilterPane extends VBox {

    private static final double WIDTH = 300;

    private final SightViewModel sight;
    private final VBox kinds = new VBox();
    private final List<Offer> offers = new ArrayList<>();

    /** An answer that can be wanted. */
    private record Offer(ToggleButton button, Predicate<SightFilter> wanted) {}

    /**
     * Makes the pane; it is seen while the operator chooses.
     *
     * @param back gives the focus back to the picture
     */
    public FilterPane(SightViewModel sight, Runnable back) {
        this.sight = sight;
        setId("filter-pane");
        getStyleClass().addAll("bh-legend", "bh-filter-pane");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        setAccessibleText(Words.of("filterpane.filter-of-the-pictures"));
        // A click beside a button must not reach the picture below.
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                sight.choosingProperty().set(false);
                event.consume();
            }
        });
        setVisible(false);
        Nodes.whenFirstShown(this, this::fill);
        sight.choosingProperty().subscribe(choosing -> {
            if (choosing) {
                offer();
            }
            setVisible(choosing);
            setManaged(choosing);
            if (choosing) {
                offers.stream().findFirst().ifPresent(first -> first.button().requestFocus());
            } else if (getScene() != null) {
                back.run();
            }
        });
        sight.filterProperty().subscribe(filter -> light());
    }

    private void fill() {
        kinds.getStyleClass().add("bh-filter-kinds");
        ScrollPane scroll = new ScrollPane(kinds);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("bh-filter-scroll");
        Button all = new Button(Words.of("filterpane.show-everything"));
        all.setId("filter-clear");
        all.setOnAction(event -> sight.clear());
        Button done = new Button(Words.of("filterpane.close"));
        done.setId("filter-close");
        done.setOnAction(event -> sight.choosingProperty().set(false));
        getChildren()
                .addAll(
                        Nodes.label(Words.of("filterpane.show-only"), "bh-legend-title"),
                        scroll,
                        Nodes.row("bh-filter-foot", all, Nodes.spring(), done));
    }

    private void offer() {
        offers.clear();
        kinds.getChildren().clear();
        SightFacts facts = sight.facts();
        kind(
                Words.of("filterpane.tier"),
                List.of(Tint.values()),
                Tint::words,
                SightFilter::switching,
                SightFilter::tiers,
                tint -> services(
                        facts,
                        service -> facts.tier(service).filter(tint::equals).isPresent()));
        kind(
                Words.of("filterpane.state"),
                List.of(Health.values()),
                SightFilter::words,
                SightFilter::switching,
                SightFilter::health,
                health -> services(facts, service -> facts.health(service) == health));
        kind(
                Words.of("filterpane.exposure"),
                List.of(WayIn.values()),
                WayIn::words,
                SightFilter::switching,
                SightFilter::exposure,
                way -> services(facts, service -> facts.exposure(service).contains(way)));
        int changed = sight.changesProperty().getValue().size();
        if (changed > 0 || sight.filterProperty().get().changed()) {
            section(
                    Words.of("filterpane.edits"),
                    List.of(button(
                            Words.of("filterpane.changed-since-the-last-save"),
                            "changed",
                            changed,
                            SightFilter::switchingChanged,
                            SightFilter::changed)));
        }
        kind(
                Words.of("filterpane.network"),
                List.copyOf(facts.networks()),
                key -> key,
                SightFilter::switching,
                SightFilter::networks,
                key -> services(facts, service -> service.joins(key)));
        light();
    }

    private static int services(SightFacts facts, Predicate<Service> which) {
        return (int) facts.services().stream().filter(which).count();
    }

    /** Offers what somebody is, and what is wanted though nobody is. */
    private <T> void kind(
            String title,
            List<T> answers,
            Function<T, String> words,
            Switching<T> switching,
            Function<SightFilter, ? extends Collection<T>> wanted,
            Function<T, Integer> count) {
        List<Node> buttons = new ArrayList<>();
        for (T answer : answers) {
            int some = count.apply(answer);
            boolean on = wanted.apply(sight.filterProperty().get()).contains(answer);
            if (some > 0 || on) {
                buttons.add(button(
                        words.apply(answer),
                        answer.toString(),
                        some,
                        filter -> switching.of(filter, answer),
                        filter -> wanted.apply(filter).contains(answer)));
            }
        }
        if (buttons.size() > 1
                || (buttons.size() == 1 && sight.filterProperty().get().any())) {
            section(title, buttons);
        }
    }

    /** How an answer is wanted, or not any more. */
    private interface Switching<T> {
        SightFilter of(SightFilter filter, T answer);
    }

    private void section(String title, List<Node> buttons) {
        FlowPane pane = new FlowPane();
        pane.setPrefWrapLength(WIDTH - 40);
        pane.getStyleClass().add("bh-filter-answers");
        pane.getChildren().addAll(buttons);
        kinds.getChildren().addAll(Nodes.label(title, "bh-filter-title"), pane);
    }

    private Node button(
            String words, String id, int count, UnaryOperator<SightFilter> switching, Predicate<SightFilter> wanted) {
        Label number = Nodes.label(Integer.toString(count), "bh-legend-count");
        number.setMinWidth(USE_PREF_SIZE);
        ToggleButton button = new ToggleButton(words, number);
        button.setId("filter-" + id.toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("bh-filter-answer");
        button.setMaxWidth(WIDTH - 32);
        button.setAccessibleText(words + ": " + count);
        button.setOnAction(event -> sight.filterProperty()
                .set(switching.apply(sight.filterProperty().get())));
        offers.add(new Offer(button, wanted));
        return button;
    }

    private void light() {
        SightFilter now = sight.filterProperty().get();
        offers.forEach(offer -> offer.button().setSelected(offer.wanted().test(now)));
    }
}
