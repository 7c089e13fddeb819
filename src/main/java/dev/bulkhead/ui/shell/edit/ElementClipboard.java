package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.fragment.Fragment;
import dev.bulkhead.compose.fragment.FragmentText;
import dev.bulkhead.compose.fragment.Pasting;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.WorkingCopy;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Services and networks on the system's clipboard, as the YAML of a Compose file that a text editor takes and gives. */
final class ElementClipboard {

    private final ShellContext context;

    ElementClipboard(ShellContext context) {
        this.context = context;
    }

    /** Puts elements on the clipboard; returns whether they are there. */
    boolean copy(Set<GraphElement> elements) {
        Optional<String> text = text(elements);
        text.ifPresent(yaml -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(yaml);
            Clipboard.getSystemClipboard().setContent(content);
            String what = elements.size() == 1
                    ? elements.iterator().next().text().replace(':', ' ')
                    : Words.of("elementclipboard.elements", elements.size());
            context.messages().done(Words.of("elementclipboard.copied-as-yaml", what));
        });
        return text.isPresent();
    }

    /** Adds what the clipboard holds to the project. */
    void paste() {
        String text =
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        add("paste", text);
    }

    /** Adds elements once more. */
    void duplicate(Set<GraphElement> elements) {
        text(elements).ifPresent(text -> add("duplicate", text));
    }

    private Optional<String> text(Set<GraphElement> elements) {
        Optional<WorkingCopy> copy = context.project().workingCopyProperty().get();
        Set<String> services = new TreeSet<>();
        Set<String> networks = new TreeSet<>();
        for (GraphElement element : elements) {
            switch (element) {
                case Element.ServiceElement(String key) -> services.add(key);
                case Element.NetworkElement(String key) -> networks.add(key);
                case Element.MembershipElement _ -> {}
            }
        }
        if (copy.isEmpty() || (services.isEmpty() && networks.isEmpty())) {
            context.messages().refused(Words.of("elementclipboard.select-services-or-networks-first"));
            return Optional.empty();
        }
        try {
            return Optional.of(FragmentText.of(copy.get().project(), copy.get().files(), services, networks));
        } catch (EditRejectedException nowhere) {
            context.messages().refused(String.valueOf(nowhere.getMessage()));
            return Optional.empty();
        }
    }

    private void add(String verb, String text) {
        Optional<ComposeProject> project = context.project().projectProperty().get();
        if (project.isEmpty()) {
            return;
        }
        try {
            Pasting pasting = Pasting.of(verb, Fragment.parse(text), project.get());
            if (context.project().apply(pasting.edit())) {
                context.map().select(Set.copyOf(pasting.elements()));
                if (!pasting.notes().isEmpty()) {
                    context.messages().done(String.join(" ", pasting.notes()));
                }
            }
        } catch (ComposeException | EditRejectedException refused) {
            context.messages().refused(String.valueOf(refused.getMessage()));
        }
    }
}
