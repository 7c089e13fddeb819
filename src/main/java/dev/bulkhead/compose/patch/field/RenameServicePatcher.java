package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.FieldPlace;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.text.ScalarEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.value.ValueRewrite;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Candidate changes of text that give a service another name: in every declaration and wherever others name it, at once. */
public final class RenameServicePatcher {

    private final ProjectSources text;
    private final String old;
    private final String fresh;

    public RenameServicePatcher(ProjectSources text, FieldEdit.RenameService edit) {
        this.text = text;
        this.old = edit.target().key();
        this.fresh = edit.newKey();
    }

    public List<Draft.Attempt> attempts() {
        List<ServiceSite> own =
                text.services(old).stream().filter(site -> !site.extendedOnly()).toList();
        return own.isEmpty() ? List.of() : List.of(() -> rename(own));
    }

    private Draft rename(List<ServiceSite> own) throws EditRejectedException {
        Draft draft = Draft.EMPTY;
        for (ServiceSite site : own) {
            draft = draft.and(key(site.file(), site.entry()));
        }
        for (ServiceSite site : text.allServices()) {
            draft = draft.and(references(site)).and(extended(site, own));
        }
        return draft;
    }

    private Draft key(SourceFile file, MappingEntry entry) throws EditRejectedException {
        if (!(entry.key() instanceof ScalarNode key)) {
            throw new EditRejectedException(entry.key().mark() + ": this key is an alias; write it out first.");
        }
        return Draft.of(file, new ScalarEdits(file).replace(key, fresh, false));
    }

    private Draft references(ServiceSite site) throws EditRejectedException {
        Draft draft = Draft.EMPTY;
        Optional<FieldPlace> dependencies = site.field("depends_on");
        if (dependencies.isPresent()) {
            draft = draft.and(dependencies(site.file(), dependencies.get().value()));
        }
        for (String field : NamedInServices.NAMESPACES) {
            Optional<FieldPlace> place = site.field(field);
            if (place.isPresent()) {
                draft = draft.and(scalar(
                        site.file(),
                        place.get().value(),
                        false,
                        value -> NamedInServices.namespace(value, old, fresh)));
            }
        }
        for (String field : NamedInServices.LISTS) {
            Optional<FieldPlace> place = site.field(field);
            if (place.isPresent() && place.get().value() instanceof SequenceNode list) {
                draft = draft.and(items(site.file(), list, value -> NamedInServices.item(field, value, old, fresh)));
            }
        }
        Optional<YamlNode> contexts = site.field("build")
                .map(FieldPlace::value)
                .filter(MappingNode.class::isInstance)
                .flatMap(build -> ((MappingNode) build).value("additional_contexts"));
        return contexts.isEmpty()
                ? draft
                : draft.and(contexts(site.file(), contexts.get().resolved()));
    }

    private Draft dependencies(SourceFile file, YamlNode value) throws EditRejectedException {
        return switch (value) {
            case SequenceNode list -> items(file, list, name -> name.equals(old) ? fresh : name);
            case MappingNode map -> {
                Draft draft =
                        map.entry(old).isPresent() ? key(file, map.entry(old).get()) : Draft.EMPTY;
                for (MappingNode source : ServiceSite.sources(map)) {
                    draft = draft.and(dependencies(file, source));
                }
                yield draft;
            }
            default -> Draft.EMPTY;
        };
    }

    private Draft contexts(SourceFile file, YamlNode value) throws EditRejectedException {
        Draft draft = Draft.EMPTY;
        if (value instanceof SequenceNode list) {
            return items(
                    file,
                    list,
                    each -> each.endsWith("=service:" + old)
                            ? each.substring(0, each.length() - old.length()) + fresh
                            : each);
        }
        if (value instanceof MappingNode map) {
            for (MappingEntry entry : map.entries()) {
                draft = draft.and(scalar(
                        file,
                        entry.value().resolved(),
                        map.flow(),
                        each -> NamedInServices.namespace(each, old, fresh)));
            }
        }
        return draft;
    }

    /** A service that takes over the renamed one's fields names it, alone or with the file that declares it. */
    private Draft extended(ServiceSite site, List<ServiceSite> own) throws EditRejectedException {
        Optional<YamlNode> value = site.field("extends").map(FieldPlace::value);
        if (value.isEmpty()) {
            return Draft.EMPTY;
        }
        if (value.get() instanceof ScalarNode) {
            return scalar(site.file(), value.get(), false, name -> name.equals(old) ? fresh : name);
        }
        if (!(value.get() instanceof MappingNode map) || map.value("service").isEmpty()) {
            return Draft.EMPTY;
        }
        Optional<String> named = map.value("file")
                .map(YamlNode::resolved)
                .filter(ScalarNode.class::isInstance)
                .map(file -> ((ScalarNode) file).value());
        Path folder = site.file().file().path().getParent();
        boolean meant = named.isEmpty()
                || (folder != null
                        && own.stream()
                                .map(declared -> declared.file().file().path())
                                .anyMatch(folder.resolve(named.get()).normalize()::equals));
        return meant
                ? scalar(
                        site.file(),
                        map.value("service").get().resolved(),
                        map.flow(),
                        name -> name.equals(old) ? fresh : name)
                : Draft.EMPTY;
    }

    private Draft items(SourceFile file, SequenceNode list, UnaryOperator<String> change) throws EditRejectedException {
        Draft draft = Draft.EMPTY;
        for (YamlNode item : list.items()) {
            draft = draft.and(scalar(file, item.resolved(), list.flow(), change));
        }
        return draft;
    }

    private Draft scalar(SourceFile file, YamlNode node, boolean flow, UnaryOperator<String> change)
            throws EditRejectedException {
        if (!(node instanceof ScalarNode scalar)) {
            return Draft.EMPTY;
        }
        // Of a value that comes from a variable only its default can be told here; reading the result tells the rest.
        String raw = scalar.value();
        int word = raw.startsWith("${") && raw.endsWith("}") ? raw.indexOf('-') + 1 : 0;
        String meant = word > 0 ? raw.substring(word, raw.length() - 1) : raw;
        String wanted = change.apply(meant);
        if (wanted.equals(meant)) {
            return Draft.EMPTY;
        }
        List<String> raws = new ArrayList<>();
        ValueRewrite.attempts(raw, meant, wanted).forEach(way -> way.raw().ifPresent(raws::add));
        if (raws.isEmpty()) {
            throw new EditRejectedException(
                    scalar.mark() + ": the name comes from a variable; change it where the variable is set.");
        }
        return Draft.of(file, new ScalarEdits(file).replace(scalar, raws.getFirst(), flow));
    }
}
