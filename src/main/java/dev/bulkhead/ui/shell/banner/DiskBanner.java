package dev.bulkhead.ui.shell.banner;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.shell.project.DiskChanges;
import dev.bulkhead.ui.shell.project.SaveFlow;
import dev.bulkhead.ui.theme.Banner;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;

/** Banner that another program changed files of the project; it asks whose text counts. */
public final class DiskBanner extends Banner {

    private static final int NAMED = 2;

    private final DiskChanges disk;
    private final SaveFlow save;
    private final Dialogs dialogs;

    public DiskBanner(DiskChanges disk, SaveFlow save, Dialogs dialogs) {
        super("disk-banner", "bh-warning", Glyph.DOCUMENT);
        this.disk = disk;
        this.save = save;
        this.dialogs = dialogs;
        offer("disk-compare", Words.of("diskbanner.compare"), this::compare);
        offer("disk-keep", Words.of("diskbanner.keep-mine"), disk::dismiss);
        offer("disk-reload", Words.of("diskbanner.reload"), save::takeDisk);
        disk.changedProperty().subscribe(this::show);
    }

    private void show(List<TextChange> changed) {
        String names = changed.stream().limit(NAMED).map(TextChange::name).collect(Collectors.joining(", "));
        int more = changed.size() - NAMED;
        say(
                changed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                happened(more > 0 ? Words.of("diskbanner.and-more", names, more) : names, changed)));
    }

    private static String happened(String names, List<TextChange> changed) {
        long gone = changed.stream().filter(change -> change.after().isEmpty()).count();
        if (gone == 0) {
            return Words.of("diskbanner.changed-on-disk", names);
        }
        return gone == changed.size()
                ? Words.of("diskbanner.deleted-on-disk", names)
                : Words.of("diskbanner.changed-or-deleted-on-disk", names);
    }

    private void compare() {
        DiffView difference = new DiffView("");
        difference.setPrefSize(760, 320);
        difference.show(disk.changedProperty().get());
        dialogs.form(
                Words.of("diskbanner.changed-on-disk-2"),
                Words.of("diskbanner.what-another-program-changed-since"),
                difference,
                new SimpleBooleanProperty(true),
                List.of(
                        Choice.cancel(),
                        new Choice(Words.of("diskbanner.keep-mine"), Choice.Kind.OTHER, disk::dismiss),
                        new Choice(Words.of("diskbanner.reload"), Choice.Kind.DEFAULT, save::takeDisk)));
    }
}
