package dev.bulkhead.ui.shell.banner;

import dev.bulkhead.topology.Counted;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.shell.project.UnsavedEdits;
import dev.bulkhead.ui.theme.Banner;
import dev.bulkhead.ui.theme.Glyph;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;

/** Banner that an earlier process ended with edits that were not saved; it asks what becomes of them. */
public final class UnsavedBanner extends Banner {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final UnsavedEdits edits;
    private final Dialogs dialogs;
    private final ZoneId zone;

    /** Offers what was left; times are told in the given zone. */
    public UnsavedBanner(UnsavedEdits edits, Dialogs dialogs, ZoneId zone) {
        super("unsaved-banner", "bh-warning", Glyph.DOCUMENT);
        this.edits = edits;
        this.dialogs = dialogs;
        this.zone = zone;
        offer("unsaved-compare", "Compare", this::compare);
        offer("unsaved-discard", "Discard", edits::discard);
        offer("unsaved-restore", "Restore", edits::restore);
        edits.offerProperty().subscribe(offer -> say(offer.map(this::sentence)));
    }

    private String sentence(UnsavedEdits.Offer offer) {
        String files = Counted.of(offer.left().files().size(), "file");
        String ended = "Bulkhead ended with unsaved edits of " + files + " of this project ("
                + AT.format(offer.left().at().atZone(zone)) + ").";
        return offer.changed().isEmpty()
                ? ended
                : ended + " Since then another program changed " + String.join(", ", offer.changed())
                        + "; restoring puts the text from before in its place.";
    }

    private void compare() {
        edits.offerProperty().get().ifPresent(offer -> {
            DiffView difference = new DiffView("The files hold these edits already.");
            difference.setPrefSize(760, 320);
            difference.show(offer.changes());
            dialogs.form(
                    "Unsaved edits",
                    "What restoring them would change: on disk (−), with the edits (+). Nothing is written before Save.",
                    difference,
                    new SimpleBooleanProperty(true),
                    List.of(
                            Choice.cancel(),
                            new Choice("Discard", Choice.Kind.OTHER, edits::discard),
                            new Choice("Restore", Choice.Kind.DEFAULT, edits::restore)));
        });
    }
}
