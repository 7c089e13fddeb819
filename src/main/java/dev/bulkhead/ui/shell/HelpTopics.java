package dev.bulkhead.ui.shell;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.drift.DriftViewModel;
import dev.bulkhead.ui.manual.ManualPlace;
import dev.bulkhead.ui.manual.ManualTopics;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.wizard.WizardPage;
import dev.bulkhead.ui.wizard.WizardViewModel;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Topics of a session: which page of the manual tells of what is selected or stands in the middle of the window. */
final class HelpTopics {

    private final ShellContext context;
    private final ChangeFlows changes;
    private final DriftViewModel drift;
    private final Node frame;
    private final Consumer<ManualPlace> manual;

    /**
     * Creates the topics of a session.
     *
     * @param frame all of the session's window
     * @param manual opens a place of the manual
     */
    HelpTopics(
            ShellContext context, ChangeFlows changes, DriftViewModel drift, Node frame, Consumer<ManualPlace> manual) {
        this.context = context;
        this.changes = changes;
        this.drift = drift;
        this.frame = frame;
        this.manual = manual;
    }

    /** Opens the page about what has the focus, else about what is selected, else about what is looked at. */
    void open() {
        manual.accept(Optional.ofNullable(frame.getScene())
                .map(Scene::getFocusOwner)
                .flatMap(ManualTopics::about)
                .orElseGet(this::inTheMiddle));
    }

    /** Opens the first page. */
    void openContents() {
        manual.accept(ManualPlace.FIRST);
    }

    private ManualPlace inTheMiddle() {
        if (context.project().projectProperty().get().isEmpty()) {
            return ManualPlace.FIRST;
        }
        if (changes.wizard().shownProperty().get()) {
            return changes.wizard()
                    .wizardProperty()
                    .get()
                    .map(HelpTopics::ofPages)
                    .orElse(ManualPlace.FIRST);
        }
        return changes.step()
                .shownProperty()
                .get()
                .map(step -> ManualPlace.iteration(step.playbook().id()))
                .orElseGet(this::ofView);
    }

    private static ManualPlace ofPages(WizardViewModel pages) {
        if (pages.pageProperty().get() == WizardPage.WAY_BACK) {
            return ManualPlace.page("rollback");
        }
        RunState state = pages.run().stateProperty().get();
        return state == RunState.AWAITING_CONFIRMATION || state == RunState.WATCHING
                ? ManualPlace.page("confirm")
                : ManualPlace.iteration(pages.playbook().id());
    }

    private ManualPlace ofView() {
        return switch (context.navigation().viewProperty().get()) {
            case MAP -> ofSelection(Set.copyOf(context.map().selection()));
            case MEMBERSHIP -> ManualPlace.page("map");
            case REACH -> ManualPlace.page("reach");
            case RULES -> ManualPlace.page("reach").at("rules-bulkheadyml-beside-the-compose-file");
            case PORTS -> ManualPlace.iteration("2");
            case ADDRESSES -> ManualPlace.page("addresses");
            case FILES -> ManualPlace.page("files");
            case STATUS -> ManualPlace.page("status");
        };
    }

    private ManualPlace ofSelection(Set<GraphElement> selection) {
        if (context.map().reachModeProperty().get()) {
            return ManualPlace.page("reach").at("on-the-map");
        }
        if (selection.size() != 1) {
            return selection.isEmpty() ? ManualPlace.FIRST : ManualPlace.page("map");
        }
        GraphElement selected = selection.iterator().next();
        if (!drift.differencesProperty().get().about(selected).isEmpty()) {
            return ManualPlace.page("map").at("where-engine-and-files-differ");
        }
        return switch (selected) {
            case Element.ServiceElement service -> ManualPlace.page("containers");
            case Element.NetworkElement network -> ManualPlace.page("addresses");
            case Element.MembershipElement membership -> ManualPlace.page("map");
        };
    }
}
