package dev.bulkhead.ui.inspector;

import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.ui.canvas.model.Others;
import dev.bulkhead.ui.reach.ImpactSummary;
import dev.bulkhead.ui.reach.LiveProbe;
import dev.bulkhead.ui.reach.ReachPair;
import dev.bulkhead.ui.reach.ReachSummary;
import dev.bulkhead.ui.reach.ReachViewModel;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Sections of the inspector about who reaches whom. */
final class ReachSections {

    private static final int LISTED = 60;
    private static final String CLOSED = Words.of("reachsections.show-each-with-its-reason");
    private static final String OPENED = Words.of("reachsections.hide-them");

    private final InspectorActions actions;
    private final ReachViewModel reach;

    ReachSections(InspectorActions actions, ReachViewModel reach) {
        this.actions = actions;
        this.reach = reach;
    }

    private void ask(ReachPair pair) {
        reach.pairProperty().set(Optional.of(pair));
    }

    /** Returns the answer for two subjects, why, and where that stands. */
    List<Node> pair(Inspection.OfPair shown) {
        ReachAnswer answer = shown.there().answer();
        List<Node> nodes = new ArrayList<>();
        nodes.add(title(answer.from(), answer.to()));
        nodes.add(Nodes.wrapped(
                verdict(answer), "bh-verdict", "bh-" + answer.verdict().text()));
        shown.broken().forEach(rule -> nodes.add(broken(rule)));
        shown.goals().forEach(rule -> nodes.add(goal(rule)));
        nodes.add(Nodes.wrapped(shown.there().verdict()));
        shown.grounds().forEach(line -> nodes.add(Nodes.wrapped(line, "bh-grounds")));
        shown.there().more().forEach(sentence -> nodes.add(Nodes.wrapped(sentence)));
        nodes.addAll(observed(new ReachPair(answer.from(), answer.to())));
        nodes.add(Nodes.heading(Words.of("reachsections.reason")));
        nodes.add(Nodes.wrapped(
                ReachSummary.words(answer.reason())
                        + answer.via().map(v -> ": " + v).orElse(""),
                "bh-mono"));
        if (!shown.places().isEmpty()) {
            nodes.add(Nodes.heading(Words.of("reachsections.where-it-comes-from")));
            shown.places().forEach(mark -> nodes.add(place(mark)));
        }
        ReachAnswer back = shown.back().answer();
        nodes.add(Nodes.heading(Words.of("reachsections.the-other-way")));
        Hyperlink link = new Hyperlink(back.from().text() + " → " + back.to().text());
        link.setId("reach-back");
        link.setOnAction(event -> ask(new ReachPair(back.from(), back.to())));
        nodes.add(link);
        nodes.add(Nodes.wrapped(shown.back().verdict(), "bh-muted"));
        shown.groundsBack().forEach(line -> nodes.add(Nodes.wrapped(line, "bh-grounds")));
        return nodes;
    }

    /** What the running engine answers where it is asked; the words change in place, since somebody may be reading. */
    private List<Node> observed(ReachPair pair) {
        Label words = Nodes.wrapped("");
        words.setId("observed-pair");
        LiveProbe live = reach.live();
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> reach.observed(pair)
                                .or(() -> Optional.of(live.toldProperty().get()).filter(told -> !told.isEmpty()))
                                .orElse(Words.of("reachsections.nobody-has-asked-the-engine")),
                        live.answersProperty(),
                        live.toldProperty()));
        Button ask = new Button(Words.of("reachsections.probe-now"));
        ask.setId("probe-pair");
        ask.getStyleClass().add("small");
        ask.setTooltip(new Tooltip(Words.of(
                "reachsections.connects-from-inside-to-once",
                pair.from().text(),
                pair.to().text())));
        ask.disableProperty().bind(live.doneProperty().lessThan(1));
        ask.setOnAction(event -> reach.probe(List.of(pair)));
        return List.of(Nodes.heading(Words.of("reachsections.on-the-engine")), words, ask);
    }

    /** Returns whom a service reaches and who reaches it, to open. */
    List<Node> summary(ReachSummary summary) {
        List<Node> nodes = new ArrayList<>(List.of(Nodes.heading(Words.of("reachsections.reach"))));
        nodes.addAll(flows(summary));
        return nodes;
    }

    /** Returns who the others on a network are, and whom each of them reaches. */
    List<Node> others(Inspection.OfOthers shown) {
        Others others = shown.others();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Nodes.label(Words.of("reachsections.others-on", others.network()), "bh-inspector-title"));
        nodes.add(
                Nodes.wrapped(Words.of("reachsections.containers-of-other-projects-or", others.network()), "bh-muted"));
        for (NamedOutsider container :
                others.containers().stream().limit(LISTED).toList()) {
            nodes.add(Nodes.heading(container.name()));
            nodes.add(Nodes.wrapped(
                    container
                            .project()
                            .map(of -> Words.of("reachsections.of-project", of))
                            .orElse(Words.of("reachsections.of-no-project")),
                    "bh-muted"));
            shown.reach().stream()
                    .filter(summary -> summary.subject().equals(new Subject.Foreign(container.name())))
                    .forEach(summary -> nodes.addAll(flows(summary)));
        }
        VBox rest = Nodes.column("bh-reach-contacts");
        more(rest, others.containers().size());
        nodes.addAll(rest.getChildren());
        return nodes;
    }

    private List<Node> flows(ReachSummary summary) {
        Subject self = summary.subject();
        List<Node> nodes = new ArrayList<>(List.of(
                contacts("reach-out", summary.reachesWords(), summary.reaches(), other -> new ReachPair(self, other)),
                contacts(
                        "reach-in",
                        summary.reachedByWords(),
                        summary.reachedBy(),
                        other -> new ReachPair(other, self))));
        if (!summary.unknown().isEmpty()) {
            VBox rows = Nodes.column("bh-reach-contacts");
            for (ReachSummary.Doubt doubt :
                    summary.unknown().stream().limit(LISTED).toList()) {
                Hyperlink pair = new Hyperlink(
                        doubt.pair().from().text() + " → " + doubt.pair().to().text());
                pair.getStyleClass().add("bh-quiet-link");
                pair.setOnAction(event -> ask(doubt.pair()));
                rows.getChildren().add(new VBox(pair, Nodes.wrapped(doubt.question(), "bh-muted")));
            }
            more(rows, summary.unknown().size());
            nodes.add(disclosure(
                    "reach-unknown",
                    summary.unknownWords(),
                    rows,
                    Words.of("reachsections.show-what-would-settle-it"),
                    Words.of("reachsections.hide-it")));
        }
        return nodes;
    }

    private static void more(VBox rows, int all) {
        if (all > LISTED) {
            rows.getChildren().add(Nodes.label(Words.of("reachsections.and-more", all - LISTED), "bh-muted"));
        }
    }

    /** Returns what follows for the others when the service is taken over, or lost. */
    List<Node> impact(ImpactSummary impact) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Nodes.heading(Words.of("reachsections.if-it-is-taken-over")));
        VBox ways = Nodes.column("bh-reach-contacts");
        impact.ways().stream().limit(LISTED).forEach(way -> ways.getChildren().add(Nodes.wrapped(way, "bh-muted")));
        more(ways, impact.ways().size());
        nodes.add(
                impact.ways().isEmpty()
                        ? Nodes.wrapped(impact.words())
                        : disclosure(
                                "impact-ways",
                                impact.words(),
                                ways,
                                Words.of("reachsections.show-the-ways"),
                                Words.of("reachsections.hide-the-ways")));
        if (impact.splits()) {
            nodes.add(Nodes.wrapped(Words.of("reachsections.its-loss-splits-the-project")));
        }
        return nodes;
    }

    private Node contacts(String id, String words, List<ReachSummary.Contact> contacts, PairOf pair) {
        VBox rows = Nodes.column("bh-reach-contacts");
        for (ReachSummary.Contact contact : contacts.stream().limit(LISTED).toList()) {
            Hyperlink name = new Hyperlink(contact.subject().text());
            name.getStyleClass().add("bh-quiet-link");
            name.setOnAction(event -> ask(pair.with(contact.subject())));
            Label grounds = Nodes.wrapped("", "bh-grounds");
            grounds.textProperty()
                    .bind(reach.groundsProperty()
                            .map(known -> String.join("\n", known.of(pair.with(contact.subject())))));
            grounds.visibleProperty().bind(grounds.textProperty().isNotEmpty());
            grounds.managedProperty().bind(grounds.visibleProperty());
            rows.getChildren().add(new VBox(name, Nodes.wrapped(contact.why(), "bh-muted"), grounds));
        }
        more(rows, contacts.size());
        // What they rest on is worked out once somebody looks.
        rows.visibleProperty().subscribe(open -> {
            if (open) {
                reach.wonder();
            }
        });
        return contacts.isEmpty() ? Nodes.wrapped(words) : disclosure(id, words, rows, CLOSED, OPENED);
    }

    /** Returns words with more to open below them. */
    private static Node disclosure(String id, String words, VBox rows, String closed, String opened) {
        Nodes.present(rows, false);
        Hyperlink link = new Hyperlink(closed);
        link.setId(id);
        link.getStyleClass().add("bh-disclosure");
        link.setAccessibleText(words + " " + closed);
        link.setOnAction(event -> {
            boolean open = !rows.isVisible();
            Nodes.present(rows, open);
            link.setText(open ? opened : closed);
            link.setVisited(false);
        });
        return Nodes.column("bh-reach-summary", Nodes.wrapped(words), link, rows);
    }

    private Node title(Subject from, Subject to) {
        FlowPane title = new FlowPane(name(from), Nodes.label("→", "bh-inspector-title"), name(to));
        title.getStyleClass().add("bh-pair-title");
        return title;
    }

    private Node name(Subject subject) {
        if (!(subject instanceof Subject.OfService(String key))) {
            return Nodes.label(subject.text(), "bh-inspector-title");
        }
        Hyperlink link = new Hyperlink(key);
        link.getStyleClass().addAll("bh-inspector-title", "bh-quiet-link");
        link.setOnAction(event -> actions.select(new Element.ServiceElement(key)));
        return link;
    }

    /** Names a rule that the pair breaks, why it is there, and where. */
    private Node broken(Rule rule) {
        VBox box = Nodes.column(
                "bh-broken-rule",
                Nodes.wrapped(Words.of("reachsections.breaks-the-rule", rule), "bh-broken-rule-text"),
                place(rule.at()));
        rule.why().ifPresent(why -> box.getChildren().add(1, Nodes.wrapped(why, "bh-muted")));
        return box;
    }

    /** Names a goal that the pair stands against: no fault, so it is quiet. */
    private Node goal(Rule rule) {
        return Nodes.column(
                "bh-goal-rule",
                Nodes.wrapped(
                        rule.statement()
                                .after()
                                .map(after -> Words.of("reachsections.stands-against-a-goal-after", after, rule))
                                .orElseGet(() -> Words.of("reachsections.stands-against-a-goal", rule)),
                        "bh-muted"),
                place(rule.at()));
    }

    private static String verdict(ReachAnswer answer) {
        Verdict verdict = answer.verdict();
        return switch (verdict) {
            case REACHABLE -> Words.of("reachsections.reachable");
            case BLOCKED ->
                answer.routedBy().isPresent()
                        ? Words.of("reachsections.blocked-but-there-is-a")
                        : Words.of("reachsections.blocked");
            case UNKNOWN -> Words.of("reachsections.not-known");
        };
    }

    private Node place(SourceMark mark) {
        Hyperlink link = new Hyperlink(mark.fileAndLine());
        link.getStyleClass().addAll("bh-mono", "bh-place-link");
        link.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        link.setTooltip(new Tooltip(Words.of("reachsections.show-in-the-files", mark.fileAndLine())));
        link.setOnAction(event -> actions.openPlace(mark));
        return link;
    }

    /** Makes a pair with the service that is shown. */
    @FunctionalInterface
    private interface PairOf {
        ReachPair with(Subject other);
    }
}
