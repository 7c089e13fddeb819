package dev.bulkhead.ui.shell.files;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.fragment.WrittenElement;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.SetChangeListener;

/** Text of what is selected, wherever it is written; worked out only while somebody looks at it. */
public final class SelectedText {

    private final ProjectViewModel project;
    private final MapViewModel map;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", new Shown(Optional.empty(), List.of(), ""));
    private boolean watched;

    /**
     * What there is to see.
     *
     * @param element what is selected, where that is one thing
     * @param passages where it is written, in the order the files were read
     * @param instead why there is no text, as a sentence; empty text where there is one
     */
    record Shown(Optional<GraphElement> element, List<Passage> passages, String instead) {}

    /** Follows the selection of a window. */
    public SelectedText(ProjectViewModel project, MapViewModel map) {
        this.project = project;
        this.map = map;
        map.selection().addListener((SetChangeListener<GraphElement>) change -> refresh());
        project.projectProperty().addListener((property, old, now) -> refresh());
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Says whether somebody looks at it. */
    void watch(boolean now) {
        watched = now;
        refresh();
    }

    /** What is typed may give the element another name, which is selected then. */
    void follow(Passage typed) {
        Optional<GraphElement> before = shown.get().element();
        Optional<ComposeProject> now = project.projectProperty().get();
        if (before.isEmpty() || now.isEmpty() || isThere(now.get().topology(), before.get())) {
            return;
        }
        now.get().sources().marks().entrySet().stream()
                .filter(entry -> entry.getKey().getClass() == before.get().getClass()
                        && entry.getValue().file().equals(typed.file().name())
                        && entry.getValue().line() >= typed.firstLine())
                .min((one, other) ->
                        Integer.compare(one.getValue().line(), other.getValue().line()))
                .map(entry -> (GraphElement) entry.getKey())
                .ifPresent(map::select);
    }

    private static boolean isThere(Topology topology, GraphElement element) {
        return switch (element) {
            case Element.ServiceElement(String key) -> topology.service(key).isPresent();
            case Element.MembershipElement(String service, String _) ->
                topology.service(service).isPresent();
            case Element.NetworkElement(String key) -> topology.network(key).isPresent();
        };
    }

    private void refresh() {
        if (watched) {
            shown.set(now());
        }
    }

    private Shown now() {
        if (map.selection().size() != 1) {
            return new Shown(Optional.empty(), List.of(), Words.of("selectedtext.select-one-service-or-network"));
        }
        GraphElement element = map.selection().iterator().next();
        List<Passage> passages = project.projectProperty()
                .get()
                .map(read -> WrittenElement.of(read, element).stream()
                        .map(Passage::of)
                        .toList())
                .orElse(List.of());
        String instead = passages.isEmpty() ? Words.of("selectedtext.it-is-written-in-no", why(element)) : "";
        return new Shown(Optional.of(element), passages, instead);
    }

    private String why(GraphElement element) {
        boolean ofTheProject = isThere(project.topologyProperty().get(), element);
        return ofTheProject
                ? Words.of("selectedtext.compose-makes-it-unasked-what")
                : Words.of("selectedtext.it-is-only-on-the");
    }
}
