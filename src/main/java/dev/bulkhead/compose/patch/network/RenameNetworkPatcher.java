package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ElementSite;
import dev.bulkhead.compose.patch.place.FieldPlace;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.text.ScalarEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.patch.value.NameMatch;
import dev.bulkhead.compose.patch.value.ValueRewrite;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidate changes of text that give a network another key: in every declaration and every membership at once. */
public final class RenameNetworkPatcher {

    private final ProjectSources text;
    private final String old;
    private final String fresh;

    public RenameNetworkPatcher(ProjectSources text, TopologyEdit.RenameNetwork edit) {
        this.text = text;
        this.old = edit.network();
        this.fresh = edit.newKey();
    }

    public List<Draft.Attempt> attempts() {
        List<ElementSite> sites = text.networks(old);
        if (sites.isEmpty()) {
            return List.of(() -> {
                throw new EditRejectedException(
                        "network " + old
                                + " is declared nowhere, Compose makes it by itself; declare a network and attach the services.");
            });
        }
        return List.of(() -> rename(sites));
    }

    private Draft rename(List<ElementSite> sites) throws EditRejectedException {
        Draft draft = Draft.EMPTY;
        for (ElementSite site : sites) {
            draft = draft.and(key(site.file(), site.entry())).and(name(site));
        }
        for (ServiceSite site : text.allServices()) {
            Optional<FieldPlace> place = site.field("networks");
            if (place.isPresent()) {
                draft = draft.and(memberships(place.get()));
            }
        }
        return draft;
    }

    private Draft key(SourceFile file, MappingEntry entry) throws EditRejectedException {
        if (!(entry.key() instanceof ScalarNode key)) {
            throw new EditRejectedException(entry.key().mark() + ": this key is an alias; write it out first.");
        }
        return Draft.of(file, new ScalarEdits(file).replace(key, fresh, false));
    }

    /** Keeps or adapts the real name, which a changed key would change where no name is stated. */
    private Draft name(ElementSite site) throws EditRejectedException {
        Topology before = text.project().topology();
        Network network = before.network(old).orElseThrow();
        Topology after = new TopologyEdit.RenameNetwork(old, fresh).apply(before);
        String wanted = after.network(fresh).orElseThrow().name();
        Optional<YamlNode> written = NetworkFields.written(site, "name");
        if (written.isPresent()) {
            boolean stays = wanted.equals(network.name());
            return stays
                            || !(written.get() instanceof ScalarNode scalar)
                            || scalar.value().contains("$")
                    ? Draft.EMPTY
                    : Draft.of(site.file(), new ScalarEdits(site.file()).replace(scalar, wanted, false));
        }
        return network.external() ? NetworkFields.add(site, "name", new YamlValue.Text(network.name())) : Draft.EMPTY;
    }

    private Draft memberships(FieldPlace place) throws EditRejectedException {
        NameMatch match = new NameMatch(
                old, text.project().sources().at(Element.membership(place.site().key(), old)));
        return memberships(place.file(), place.value(), match);
    }

    private Draft memberships(SourceFile file, YamlNode value, NameMatch match) throws EditRejectedException {
        Draft draft = Draft.EMPTY;
        switch (value) {
            case SequenceNode list -> {
                for (YamlNode item : list.items()) {
                    if (match.matches(item)) {
                        draft = draft.and(item(file, list, (ScalarNode) item.resolved()));
                    }
                }
            }
            case MappingNode map -> {
                if (map.entry(old).isPresent()) {
                    draft = draft.and(key(file, map.entry(old).get()));
                }
                for (MappingNode source : ServiceSite.sources(map)) {
                    draft = draft.and(memberships(file, source, match));
                }
            }
            default -> {}
        }
        return draft;
    }

    private Draft item(SourceFile file, SequenceNode list, ScalarNode item) throws EditRejectedException {
        List<String> raws = new ArrayList<>();
        ValueRewrite.attempts(item.value(), old, fresh).forEach(way -> way.raw().ifPresent(raws::add));
        if (raws.isEmpty()) {
            throw new EditRejectedException(
                    item.mark() + ": the name comes from a variable; change it where the variable is set.");
        }
        return Draft.of(file, new ScalarEdits(file).replace(item, raws.getFirst(), list.flow()));
    }
}
