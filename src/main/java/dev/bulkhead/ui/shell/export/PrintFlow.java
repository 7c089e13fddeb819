package dev.bulkhead.ui.shell.export;

import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;

/** Printing of the map on one page, upright or across as it fits better. */
final class PrintFlow {

    private final Messages messages;

    PrintFlow(Messages messages) {
        this.messages = messages;
    }

    /** Asks which printer, and prints. */
    void print(Image picture, Optional<Window> owner) {
        Optional.ofNullable(PrinterJob.createPrinterJob())
                .ifPresentOrElse(job -> print(job, picture, owner), () -> messages.refused(Words.of("print.none")));
    }

    private void print(PrinterJob job, Image picture, Optional<Window> owner) {
        if (!job.showPrintDialog(owner.orElse(null))) {
            return;
        }
        PageLayout chosen = job.getJobSettings().getPageLayout();
        PageLayout page = job.getPrinter()
                .createPageLayout(
                        chosen.getPaper(),
                        picture.getWidth() > picture.getHeight() ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
                        Printer.MarginType.DEFAULT);
        ImageView view = new ImageView(picture);
        view.setPreserveRatio(true);
        view.setFitWidth(page.getPrintableWidth());
        view.setFitHeight(page.getPrintableHeight());
        if (job.printPage(page, view) && job.endJob()) {
            messages.done(Words.of("print.done", job.getPrinter().getName()));
        } else {
            messages.failed(Words.of("print.failed", job.getPrinter().getName()));
        }
    }
}
