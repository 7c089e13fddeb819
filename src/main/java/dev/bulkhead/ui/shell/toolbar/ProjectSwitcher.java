package dev.bulkhead.ui.shell.toolbar;

import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.shell.context.RecentProjects;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.words.Words;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Menu with the name of the open project and those opened lately. */
public final class ProjectSwitcher extends MenuButton {

    /** In pixels; a longer name ends in dots and shows in the window's title. */
    private static final double WIDEST = 200;
    /** In pixels, where there is little room. */
    private static final double NARROW = 120;

    public ProjectSwitcher(ShellContext context, CommandControls controls, RecentProjects recent, Consumer<Path> open) {
        setId("project-switcher");
        getStyleClass().addAll("bh-project-switcher");
        setMaxWidth(WIDEST);
        textProperty()
                .bind(context.project()
                        .projectProperty()
                        .map(project -> project.map(p -> p.topology().project())
                                .orElse(Words.of("projectswitcher.no-project"))));
        accessibleTextProperty().bind(textProperty().map(name -> Words.of("projectswitcher.project", name)));
        setOnShowing(event -> {
            getItems()
                    .setAll(
                            controls.menuItem(Command.OPEN),
                            controls.menuItem(Command.NEW_WINDOW),
                            controls.menuItem(Command.IMPORT),
                            controls.menuItem(Command.START_PAGE));
            if (!recent.projects().isEmpty()) {
                getItems().add(new SeparatorMenuItem());
            }
            for (RecentProjects.Recent project : recent.projects()) {
                Path path = project.path();
                MenuItem item = new MenuItem(project.name() + "   " + path, Glyph.OPEN.icon());
                item.setMnemonicParsing(false);
                item.setOnAction(chosen -> open.accept(path));
                getItems().add(item);
            }
        });
        // A menu button without items does not open at all.
        getItems().setAll(controls.menuItem(Command.OPEN));
    }

    /** Takes less room, or as much as it likes. */
    void setNarrow(boolean wanted) {
        setMaxWidth(wanted ? NARROW : WIDEST);
    }
}
