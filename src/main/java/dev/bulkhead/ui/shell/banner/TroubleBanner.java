package dev.bulkhead.ui.shell.banner;

import dev.bulkhead.ui.model.Subscriptions;
import dev.bulkhead.ui.shell.project.ProjectFlow;
import dev.bulkhead.ui.theme.Banner;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.scene.control.Button;

/** Banner with one sentence why a project could not be read; the work that is open stays. */
public final class TroubleBanner extends Banner {

    public TroubleBanner(ProjectFlow flow, Subscriptions subscriptions) {
        super("trouble-banner", "bh-danger", Glyph.ERROR);
        Button close = offer("trouble-dismiss", "", () -> flow.tell(""));
        close.setGraphic(Glyph.CLOSE.icon());
        close.getStyleClass().addAll("button-icon", "flat");
        close.setAccessibleText(Words.of("troublebanner.dismiss"));
        subscriptions.follow(
                flow.troubleProperty(), trouble -> say(Optional.of(trouble).filter(sentence -> !sentence.isEmpty())));
    }
}
