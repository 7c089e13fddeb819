package dev.bulkhead.ui.manual;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;

/** Topics of parts of the window: which page of the manual tells of what has the focus there. */
public final class ManualTopics {

    private ManualTopics() {}

    /** What a node answers when it is asked for its page. */
    private record Topic(Supplier<Optional<ManualPlace>> page) {}

    /** Says which page tells of a part of the window; empty lets what is around it answer. */
    public static void tell(Node part, Supplier<Optional<ManualPlace>> page) {
        part.getProperties().put(Topic.class, new Topic(page));
    }

    /** Lets a part of the window answer as another does, for instance the frame around a form as the form. */
    public static void tellAs(Node part, Node other) {
        if (other.hasProperties() && other.getProperties().get(Topic.class) instanceof Topic topic) {
            part.getProperties().put(Topic.class, topic);
        }
    }

    /** Returns the page about a node: its own, or that of the nearest part around it that has one. */
    public static Optional<ManualPlace> about(Node node) {
        return Stream.<Node>iterate(node, at -> at.getParent() != null, Node::getParent)
                .flatMap(at -> at.hasProperties() && at.getProperties().get(Topic.class) instanceof Topic topic
                        ? topic.page().get().stream()
                        : Stream.empty())
                .findFirst();
    }
}
