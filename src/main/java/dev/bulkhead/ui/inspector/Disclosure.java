package dev.bulkhead.ui.inspector;

import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
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
    private final Map<String, Hyperlink> links = new HashMap<>();

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
            link.setAccessibleText(opened ? Words.of("disclosure.open", words) : Words.of("disclosure.closed", words));
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
        links.put(key, link);
        show.run();
        return box;
    }

    /** Closes a part; whoever was in it with the keyboard is at its name then. */
    void close(String key) {
        if (open.remove(key)) {
            Optional.ofNullable(shown.get(key)).ifPresent(Runnable::run);
            Optional.ofNullable(links.get(key)).ifPresent(Hyperlink::requestFocus);
        }
    }

    /** Closes all parts whose keys begin with something. */
    void closeAll(String prefix) {
        open.removeIf(key -> key.startsWith(prefix));
    }
}
