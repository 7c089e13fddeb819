package dev.bulkhead.ui.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.layout.address.SpaceWords;
import dev.bulkhead.ui.manual.ManualPlace;
import dev.bulkhead.ui.manual.ManualTopics;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Form to look for a free subnet: in which range, of which size. */
public final class FreeSubnetForm extends VBox {

    private static final Cidr USUAL = Cidr.of("172.16.0.0/12");

    private final List<Cidr> used;
    private final TextField within = new TextField();
    private final TextField size = new TextField();
    private final ObjectBinding<Optional<Cidr>> found;

    /** Looks beside the ranges in use. */
    public FreeSubnetForm(List<Cidr> used, Optional<Cidr> range) {
        this.used = List.copyOf(used);
        getStyleClass().add("bh-form");
        Cidr home = range.orElse(USUAL);
        within.setText(home.toString());
        ManualTopics.tell(this, () -> Optional.of(ManualPlace.page("addresses")));
        within.setId("free-within");
        within.setAccessibleText(Words.of("freesubnetform.range-to-look-in"));
        within.getStyleClass().add("bh-mono");
        size.setText("/" + (home.isIpv4() ? Math.clamp(home.prefixLength() + 1, 24, 32) : 64));
        size.setId("free-size");
        size.setAccessibleText(Words.of("freesubnetform.size-as-a-prefix-length"));
        size.getStyleClass().add("bh-mono");
        found = Bindings.createObjectBinding(this::find, within.textProperty(), size.textProperty());
        Label answer = Nodes.wrapped("", "bh-free-answer");
        answer.setId("free-answer");
        answer.textProperty().bind(Bindings.createStringBinding(this::words, found));
        getChildren()
                .addAll(
                        Nodes.label(Words.of("freesubnetform.in-the-range"), "bh-form-label"),
                        within,
                        Nodes.label(Words.of("freesubnetform.size"), "bh-form-label"),
                        size,
                        answer);
    }

    /** Returns what was found. */
    public Optional<Cidr> subnet() {
        return found.get();
    }

    /** Whether something was found. */
    public ObservableValue<Boolean> valid() {
        return Bindings.createBooleanBinding(() -> found.get().isPresent(), found);
    }

    private Optional<Cidr> find() {
        return range().flatMap(range -> prefix().flatMap(prefix -> new FreeSpace(used).next(range, prefix)));
    }

    private Optional<Cidr> range() {
        return Cidr.tryParse(within.getText().strip());
    }

    private Optional<Integer> prefix() {
        String digits = size.getText().strip().replaceFirst("^/", "");
        return digits.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private String words() {
        if (range().isEmpty()) {
            return Words.of("freesubnetform.a-range-looks-like-172");
        }
        if (prefix().isEmpty()) {
            return Words.of("freesubnetform.a-size-looks-like-24");
        }
        return found.get()
                .map(cidr -> Words.of(
                        "freesubnetform.is-free-room-for-containers", cidr, SpaceWords.count(cidr.containerCapacity())))
                .orElse(Words.of("freesubnetform.nothing-of-that-size-is"));
    }
}
