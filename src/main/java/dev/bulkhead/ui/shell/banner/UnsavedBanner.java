package dev.bulkhead.ui.shell.banner;

import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.shell.project.UnsavedEdits;
import dev.bulkhead.ui.theme.Banner;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.words.Words;
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
        offer("unsaved-compare", Words.of("unsavedbanner.compare"), this::compare);
        offer("unsaved-discard", Words.of("unsavedbanner.discard"), edits::discard);
        offer("unsaved-restore", Words.of("unsavedbanner.restore"), edits::restore);
        edits.offerProperty().subscribe(offer -> say(offer.map(this::sentence)));
    }

    private String sentence(UnsavedEdits.Offer offer) {
        String files = Words.count("file", offer.left().files().size());
        String ended = Words.of(
                "unsavedbanner.bulkhead-ended-with-unsaved-edits",
                files,
                AT.format(offer.left().at().atZone(zone)));
        return offer.changed().isEmpty()
                ? ended
                : Words.of(
                        "unsavedbanner.since-then-another-program-changed", ended, String.join(", ", offer.changed()));
    }

    private void compare() {
        edits.offerProperty().get().ifPresent(offer -> {
            DiffView difference = new DiffView(Words.of("unsavedbanner.the-files-hold-these-edits"));
            difference.setPrefSize(760, 320);
            difference.show(offer.changes());
            dialogs.form(
                    Words.of("unsavedbanner.unsaved-edits"),
                    Words.of("unsavedbanner.what-restoring-them-would-change"),
                    difference,
                    new SimpleBooleanProperty(true),
                    List.of(
                            Choice.cancel(),
                            new Choice(Words.of("unsavedbanner.discard"), Choice.Kind.OTHER, edits::discard),
                            new Choice(Words.of("unsavedbanner.restore"), Choice.Kind.DEFAULT, edits::restore)));
        });
    }
}
