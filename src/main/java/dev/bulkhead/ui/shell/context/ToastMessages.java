package dev.bulkhead.ui.shell.context;

import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.theme.Glyph;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.action.Action;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages as notes that fade by themselves. */
public final class ToastMessages implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(ToastMessages.class);

    private final Supplier<Window> owner;

    /** Shows them over a window; while it is not showing, they only go to the log. */
    public ToastMessages(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public void done(String sentence) {
        show(Glyph.DONE_CIRCLE, "bh-success", sentence, 4);
    }

    @Override
    public void done(String sentence, String link, Runnable look) {
        show(Glyph.DONE_CIRCLE, "bh-success", sentence, 12, new Action(link, event -> look.run()));
    }

    @Override
    public void refused(String sentence) {
        show(Glyph.WARNING, "bh-warning", sentence, 8);
    }

    @Override
    public void failed(String sentence) {
        LOG.warn("{}", sentence);
        show(Glyph.ERROR, "bh-danger", sentence, 15);
    }

    private void show(Glyph glyph, String style, String sentence, int seconds, Action... actions) {
        Window window = owner.get();
        if (window == null || !window.isShowing()) {
            LOG.info("{}", sentence);
            return;
        }
        FontIcon icon = glyph.icon();
        icon.getStyleClass().addAll("bh-toast-icon", style);
        Notifications.create()
                .owner(window)
                .graphic(icon)
                .text(sentence)
                .action(actions)
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(Duration.seconds(seconds))
                .styleClass("bh-toast")
                .threshold(
                        4,
                        Notifications.create()
                                .text("More messages; the last ones are in the log.")
                                .styleClass("bh-toast"))
                .show();
    }
}
