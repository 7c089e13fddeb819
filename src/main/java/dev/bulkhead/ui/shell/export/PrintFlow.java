package dev.bulkhead.ui.shell.export;

import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/** Printing of the map on one page, upright or across as it fits better. */
final class PrintFlow {

    /** Takes pages of Java programs to the print service, and is another package than that; without it they vanish unsaid. */
    private static final Path SPOOLER = Path.of("/usr/bin/lpr");

    private final Messages messages;
    private final Machine machine;

    /** Machine that is printed from. */
    enum Machine {
        ABLE,
        WITHOUT_SPOOLER;

        /** Returns this machine. */
        static Machine present() {
            boolean linux = System.getProperty("os.name", "").startsWith("Linux");
            return linux && !Files.isExecutable(SPOOLER) ? WITHOUT_SPOOLER : ABLE;
        }
    }

    PrintFlow(Messages messages, Machine machine) {
        this.messages = messages;
        this.machine = machine;
    }

    /**
     * Asks which printer, and prints.
     *
     * @param picture drawn once a printer is chosen
     * @param title what the job is called in the printer's list
     */
    void print(Supplier<? extends Image> picture, String title, Optional<Window> owner) {
        if (machine == Machine.WITHOUT_SPOOLER) {
            messages.refused(Words.of("print.spooler", SPOOLER));
            return;
        }
        Optional.ofNullable(PrinterJob.createPrinterJob())
                .ifPresentOrElse(
                        job -> print(job, picture, title, owner), () -> messages.refused(Words.of("print.none")));
    }

    private void print(PrinterJob job, Supplier<? extends Image> drawn, String title, Optional<Window> owner) {
        job.getJobSettings().setJobName("Bulkhead, " + title);
        if (!job.showPrintDialog(owner.orElse(null))) {
            return;
        }
        Image picture = drawn.get();
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
        StackPane sheet = new StackPane(view);
        sheet.setPrefSize(page.getPrintableWidth(), page.getPrintableHeight());
        if (job.printPage(page, sheet) && job.endJob()) {
            messages.done(Words.of("print.done", job.getPrinter().getName()));
        } else {
            messages.failed(Words.of("print.failed", job.getPrinter().getName()));
        }
    }
}
