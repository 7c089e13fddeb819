package dev.bulkhead.ui.shell;

import dev.bulkhead.migrate.ProjectStatus;
import dev.bulkhead.migrate.iteration.Playbook;
import dev.bulkhead.migrate.report.ReportMarkdown;
import dev.bulkhead.migrate.report.RunReport;
import dev.bulkhead.ui.wizard.WizardActions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

/** What the pages of an iteration ask, carried out by the window. */
final class WindowWizardActions implements WizardActions {

    private final ShellContext context;
    private final WindowServices services;
    private final WizardFlow wizard;
    private final Supplier<Optional<Window>> window;

    WindowWizardActions(
            ShellContext context, WindowServices services, WizardFlow wizard, Supplier<Optional<Window>> window) {
        this.context = context;
        this.services = services;
        this.wizard = wizard;
        this.window = window;
    }

    @Override
    public void close() {
        wizard.close();
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        context.messages().done("The report is on the clipboard.");
    }

    @Override
    public void save(String name, String text) {
        new TextExport(context, services).run(window.get(), name, text);
    }

    @Override
    public String reportText(RunReport report) {
        Optional<Playbook> next = context.path().next().map(ProjectStatus.IterationStatus::playbook);
        return ReportMarkdown.write(report, next);
    }

    @Override
    public Instant now() {
        return services.clock().instant();
    }
}
