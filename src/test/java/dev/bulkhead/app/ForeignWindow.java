package dev.bulkhead.app;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.wizard.WizardPage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;

/**
 * The window in a language in which every message stands in brackets, as a process of its own: what is said once is said in the
 * language of the start. It goes through views, tabs, inspector, menus and dialogs, and prints what it finds without brackets.
 */
public final class ForeignWindow {

    static final String LEFT = "untranslated: ";
    static final String SEEN = "translated: ";

    /** Names of files and places in them, ports, and what reach says of itself, which it says everywhere alike. */
    private static final List<Pattern> NAMES = Stream.of(
                    "[\\w./-]*\\.(yml|env)(:\\d+)?", "▸ \\d+ → \\d+/\\w+", "(?s)Assumed of the engine.*")
            .map(Pattern::compile)
            .toList();

    private final Set<String> left = new TreeSet<>();
    private final Set<String> translated = new HashSet<>();
    private Set<String> data = Set.of();
    private boolean playbook;

    private ForeignWindow() {}

    /** Opens it, looks around, and ends. */
    public static void main(String[] words) throws Exception {
        Toolkit.headless();
        System.setProperty("testfx.robot", "glass");
        try (TestWindow window = TestWindow.open()) {
            new ForeignWindow().look(window);
        }
        System.exit(0);
    }

    private void look(TestWindow window) {
        see(window, "start page");
        window.openSample();
        data = data(window.context().project().topologyProperty().get());
        window.run(() -> window.context().project().apply(new TopologyEdit.Detach("sonarr", "media-network")));
        for (CentreView view : CentreView.values()) {
            window.run(() -> window.context().navigation().show(view));
            see(window, view.name());
        }
        window.run(() -> window.context().navigation().show(CentreView.MAP));
        for (BottomTab tab : BottomTab.values()) {
            window.run(() -> window.context().navigation().showTab(tab));
            see(window, "tab " + tab.name());
        }
        for (Element.GraphElement element :
                List.of(Element.service("traefik"), Element.service("gluetun"), Element.network("media-network"))) {
            window.run(() -> window.context().map().select(element));
            see(window, element.text());
        }
        window.click("#command-continue");
        window.wizard().ready(WizardPage.PREFLIGHT);
        see(window, WizardPage.PREFLIGHT.name());
        // What is asked stands in the playbook, in its language; what is around it is the window's.
        playbook = true;
        window.wizard().next(WizardPage.QUESTIONS);
        see(window, WizardPage.QUESTIONS.name());
        playbook = false;
        window.wizard().next(WizardPage.REVIEW);
        see(window, WizardPage.REVIEW.name());
        window.run(() -> window.desktop().window().wizard().close());
        for (String dialog : List.of(
                "menu-preferences", "menu-new-network", "menu-connect-engine", "menu-show-keys", "menu-about")) {
            window.run(() -> item(window, dialog).fire());
            see(window, dialog);
        }
        System.out.println(SEEN + translated.size());
        left.forEach(text -> System.out.println(LEFT + text));
    }

    private static MenuItem item(TestWindow window, String id) {
        MenuBar bar = (MenuBar) window.desktop().stage().getScene().lookup(".menu-bar");
        return bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no menu item " + id + "."));
    }

    /** Names that come from the project, and from what comes with Bulkhead below the window. */
    private static Set<String> data(Topology topology) {
        Set<String> names = new HashSet<>(topology.services().keySet());
        names.addAll(topology.networks().keySet());
        names.add(topology.project());
        return names;
    }

    private void see(TestWindow window, String where) {
        window.settle();
        window.run(() -> List.copyOf(Window.getWindows()).stream()
                .filter(open -> open.getScene() != null)
                .forEach(open -> walk(open.getScene().getRoot(), where)));
    }

    private void walk(Node node, String where) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case MenuBar bar -> bar.getMenus().forEach(menu -> menu(menu, where));
            case TableView<?> table ->
                table.getColumns().forEach(column -> text(column.getText(), where + ", column of " + table.getId()));
            case ButtonBase button
            when playbook && String.valueOf(button.getId()).startsWith("answer-") -> {}
            case ButtonBase button -> text(button.getText(), where + ", button " + button.getId());
            case TextInputControl field -> text(field.getPromptText(), where + ", prompt of " + field.getId());
            case Label label
            when Stream.of("bh-heading", "bh-form-label", "bh-table-head", "bh-empty-words")
                    .anyMatch(label.getStyleClass()::contains) ->
                text(label.getText(), where + ", " + label.getStyleClass());
            default -> {}
        }
        if (!playbook && node instanceof Control control && control.getTooltip() != null) {
            text(control.getTooltip().getText(), where + ", tooltip of " + control.getId());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, where));
        }
    }

    private void menu(MenuItem item, String where) {
        text(item.getText(), where + ", menu");
        if (item instanceof Menu menu) {
            menu.getItems().forEach(below -> menu(below, where));
        }
    }

    private void text(String text, String where) {
        if (text == null || text.isBlank()) {
            return;
        }
        if (text.contains("[")) {
            translated.add(text);
        } else if (text.chars().anyMatch(Character::isLetter)
                && !data.contains(text)
                && NAMES.stream().noneMatch(name -> name.matcher(text).matches())) {
            left.add(text + "   (" + where + ")");
        }
    }
}
