package dev.bulkhead.ui.manual;

import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.manual.ManualSearch.Found;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading of the manual: the page that is open, the way back and forward, and what is searched. */
public final class ManualViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(ManualViewModel.class);

    private final Manual manual;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Optional<Visit>> visit =
            new ReadOnlyObjectWrapper<>(this, "visit", Optional.empty());
    private final Deque<Visit> before = new ArrayDeque<>();
    private final Deque<Visit> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(this, "canGoForward");
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", Found.NOTHING);
    private final DoubleProperty scroll = new SimpleDoubleProperty(this, "scroll");
    private Optional<ManualSearch> search = Optional.empty();
    private boolean reading;

    /**
     * A page as it is open.
     *
     * @param page the page
     * @param line the line it is open at; empty for its beginning
     * @param marked whether that line was searched for
     * @param scroll how far it is scrolled, from 0 to 1, where somebody came back to it; else empty
     */
    public record Visit(ManualPage page, Optional<Integer> line, boolean marked, Optional<Double> scroll) {}

    /** Opens nothing yet. */
    public ManualViewModel(Manual manual, BackgroundTasks tasks) {
        this.manual = manual;
        this.tasks = tasks;
        query.addListener((property, old, now) -> look());
    }

    /** The page that is open; empty before the first. */
    public ReadOnlyObjectProperty<Optional<Visit>> visitProperty() {
        return visit.getReadOnlyProperty();
    }

    /** Whether there is a page to go back to. */
    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    /** Whether somebody went back from a page. */
    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /** What is searched for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What was found. */
    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Whether the pages have been read that a search looks at. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** How far the open page is scrolled, from 0 to 1. */
    public DoubleProperty scrollProperty() {
        return scroll;
    }

    /** Returns the contents. */
    List<Manual.Entry> contents() {
        return manual.contents();
    }

    /** Returns the bytes of a picture that the open page links to; that of the look where there is one. */
    Optional<byte[]> picture(String link, boolean dark) {
        Optional<String> path = visit.get()
                .flatMap(open -> new ManualPlace(open.page().path(), "").resolve(link))
                .map(ManualPlace::path);
        return path.map(name -> dark ? name.replace("-light.", "-dark.") : name.replace("-dark.", "-light."))
                .flatMap(manual::picture)
                .or(() -> path.flatMap(manual::picture));
    }

    /** Opens a place; one that the manual does not have opens its first page. */
    public void open(ManualPlace place) {
        Optional<ManualPage> page = manual.page(place.path());
        if (page.isEmpty()) {
            LOG.warn("The manual has no page {}", place.path());
        }
        page.or(() -> manual.page(ManualPlace.FIRST.path()))
                .ifPresent(known -> go(new Visit(known, known.text().line(place.anchor()), false, Optional.empty())));
    }

    /** Follows a link of the open page; returns whether it leads to another place of the manual. */
    public boolean follow(String link) {
        Optional<ManualPlace> to = visit.get()
                .flatMap(open -> new ManualPlace(open.page().path(), "").resolve(link))
                .filter(place -> manual.page(place.path()).isPresent());
        to.ifPresent(this::open);
        return to.isPresent();
    }

    /** Opens what a search found. */
    public void open(ManualHit hit) {
        go(new Visit(hit.page(), Optional.of(hit.line()), true, Optional.empty()));
    }

    /** Goes to the page that was open before. */
    public void back() {
        step(before, after);
    }

    /** Goes to the page that somebody went back from. */
    public void forward() {
        step(after, before);
    }

    private void go(Visit to) {
        if (visit.get().filter(open -> same(open, to)).isEmpty()) {
            visit.get().ifPresent(open -> before.push(left(open)));
            after.clear();
        }
        show(to);
    }

    private static boolean same(Visit one, Visit other) {
        return one.page().path().equals(other.page().path()) && one.line().equals(other.line());
    }

    private void step(Deque<Visit> from, Deque<Visit> to) {
        if (!from.isEmpty()) {
            visit.get().ifPresent(open -> to.push(left(open)));
            show(from.pop());
        }
    }

    private Visit left(Visit open) {
        return new Visit(open.page(), open.line(), open.marked(), Optional.of(scroll.get()));
    }

    private void show(Visit to) {
        visit.set(Optional.of(to));
        canGoBack.set(!before.isEmpty());
        canGoForward.set(!after.isEmpty());
    }

    /** Searches, with all pages read once the first word is typed. */
    private void look() {
        if (search.isPresent()) {
            found.set(search.get().find(query.get()));
        } else if (!reading && !query.get().isBlank()) {
            reading = true;
            tasks.start(
                    progress -> new ManualSearch(manual.pages()),
                    made -> {
                        search = Optional.of(made);
                        look();
                        ready.set(true);
                    },
                    failure -> LOG.warn("The manual cannot be searched: {}", Objects.toString(failure.getMessage())));
        }
    }
}
