package dev.bulkhead.topology.edit;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import java.util.Optional;

/**
 * Change of any field of a service or of another top-level element, named by its path, or of a whole such element.
 *
 * <p>A path is what the long form of the Compose Specification nests, whatever form the files use: {@code
 * service:web/labels/traefik.enable} is a label in list form as well as in map form, {@code service:web/depends_on/db} a
 * dependency in either form, {@code service:web/build/context} also where the file says {@code build: .}.
 */
public sealed interface FieldEdit extends ProjectEdit {

    /** Returns what changes: a field, or an element as a whole. */
    Element target();

    /** Edit that gives a field a value, whether or not it has one; what is around it is made where it is missing. */
    record SetField(FieldElement target, FieldValue value) implements FieldEdit {}

    /** Edit that takes a field away, with all that is below it. */
    record RemoveField(FieldElement target) implements FieldEdit {}

    /** Edit that adds an item at the end of a list, which is made where it is missing. */
    record AddItem(FieldElement target, FieldValue item) implements FieldEdit {}

    /** Edit that takes an item out of a list; the item may be named in its short or its long form. */
    record RemoveItem(FieldElement target, FieldValue item) implements FieldEdit {}

    /**
     * Edit that declares a service, network, volume, secret or config.
     *
     * @param file the file of the project that receives it; empty means the one where most others of its kind stand
     */
    record AddElement(Element target, FieldValue.Fields body, Optional<String> file) implements FieldEdit {
        public AddElement(Element target, FieldValue.Fields body) {
            this(target, body, Optional.empty());
        }
    }

    /** Edit that removes a service, network, volume, secret or config that nothing refers to. */
    record RemoveElement(Element target) implements FieldEdit {}

    /**
     * Edit that gives a service another name. What means it by its name follows: {@code depends_on}, {@code links}, shared
     * namespaces, {@code volumes_from}, {@code extends} and build contexts; a link keeps the name that its service asks for.
     */
    record RenameService(Element.ServiceElement target, String newKey) implements FieldEdit {}

    /** Returns what the edit does in a few words, without values. */
    @Override
    default String describe() {
        return switch (this) {
            case SetField(FieldElement field, FieldValue _) -> "set " + field.inWords();
            case RemoveField(FieldElement field) -> "remove " + field.inWords();
            case AddItem(FieldElement field, FieldValue _) -> "add to " + field.inWords();
            case RemoveItem(FieldElement field, FieldValue _) -> "remove an item from " + field.inWords();
            case AddElement add -> "add " + add.target().text().replace(':', ' ');
            case RemoveElement(Element element) -> "remove " + element.text().replace(':', ' ');
            case RenameService(Element.ServiceElement service, String newKey) ->
                "rename service " + service.key() + " to " + newKey;
        };
    }
}
