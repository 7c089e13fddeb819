package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.effect.Outage;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.collections.ObservableSet;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** List of what a plan breaks on the way; each has to be accepted before the plan can be carried out. */
final class OutageList extends VBox {

    OutageList(List<Outage> outages, ObservableSet<String> accepted) {
        getStyleClass().add("bh-outages");
        setId("review-outages");
        getChildren()
                .add(Nodes.wrapped(
                        outages.size() == 1
                                ? Words.of("outagelist.the-plan-breaks-something-that")
                                : Words.of("outagelist.the-plan-breaks-what-has"),
                        "bh-check-title"));
        for (Outage outage : outages) {
            CheckBox box = new CheckBox(Words.of("outagelist.i-accept", outage.sentence()));
            box.setWrapText(true);
            box.setSelected(accepted.contains(outage.what()));
            box.selectedProperty().addListener((property, old, now) -> {
                if (now) {
                    accepted.add(outage.what());
                } else {
                    accepted.remove(outage.what());
                }
            });
            getChildren().add(box);
        }
    }
}
