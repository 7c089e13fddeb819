package dev.bulkhead.ui.inspector;

import dev.bulkhead.ui.theme.Nodes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** Parts of the inspector that are opened by a click; what is open stays so when the inspector is made anew. */
final class Disclosure {

    private final Set<String> open = new HashSet<>();
    private final Map<String, Runnable> shown = new HashMap<>();

    /** Returns a part that shows its content once it is opened. */
    VBox of(String key, String words, Supplier<Node> content) {
        Hyperlink link = new Hyperlink();
        link.setId("open-" + key);
        link.getStyleClass().addAll("bh-quiet-link", "bh-disclosure");
        link.setMnemonicParsing(false);
        VBox box = Nodes.column("bh-disclosed", link);
        Runnable show = () -> {
            boolean opened = open.contains(key);
            link.setText((opened ? "▾ " : "▸ ") + words);
            link.setAccessibleText(words + (opened ? ", open" : ", closed"));
            box.getChildren().setAll(link);
            if (opened) {
                box.getChildren().add(content.get());
            }
        };
        link.setOnAction(event -> {
            if (!open.remove(key)) {
                open.add(key);
            }
            show.run();
        });
        shown.put(key, show);
        show.run();
        return box;
    }

    /** Closes a part. */
    void close(String key) {
        open.remove(key);
        Optional.ofNullable(shown.get(key)).ifPresent(Runnable::run);
    }
}
