package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.EditRejectedException;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;

/** Ways to make a service a member of a network. */
final class AttachWays {

    private static final String NETWORKS = "networks";

    private final ProjectText text;
    private final Service before;
    private final Attachment added;

    AttachWays(ProjectText text, Service before, Attachment added) {
        this.text = text;
        this.before = before;
        this.added = added;
    }

    /** Returns the ways: first where the service states its networks, then where it could. */
    List<Draft.Way> ways() {
        return new FieldWays(this::stated, site -> whole(all -> SharedFields.put(site, NETWORKS, all)))
                .at(text.services(before.key()), NETWORKS);
    }

    private List<Draft.Way> stated(FieldPlace place) {
        if (MappingEdits.isEmpty(place.value())) {
            return whole(all -> SharedFields.fill(place, all));
        }
        return place.shared() ? List.of(() -> add(place), () -> ownWith(place)) : List.of(() -> add(place));
    }

    /** What to do with the value of a whole field. */
    @FunctionalInterface
    private interface Writing {
        Draft write(YamlOut value) throws EditRejectedException;
    }

    /** Returns ways that state the whole field: only what is new (what is inherited stays), or everything. */
    private List<Draft.Way> whole(Writing writing) {
        List<Attachment> all = new ArrayList<>(before.attachments());
        all.add(added);
        Draft.Way onlyNew = () -> writing.write(NetworksOut.of(List.of(added)));
        Draft.Way everything = () -> writing.write(NetworksOut.of(all));
        boolean implicit = before.attachments().equals(List.of(Attachment.to(Network.DEFAULT_KEY)));
        return implicit ? List.of(everything, onlyNew) : List.of(onlyNew, everything);
    }

    private Draft ownWith(FieldPlace place) throws EditRejectedException {
        boolean aliasOfMapping =
                place.own() && place.entry().value() instanceof AliasNode && place.value() instanceof MappingNode;
        if (aliasOfMapping) {
            return Draft.of(
                            place.file(),
                            new MappingEdits(place.file())
                                    .extendAlias(
                                            place.around(),
                                            place.entry(),
                                            added.network(),
                                            NetworksOut.of(added),
                                            SharedFields.styleNear(place.site())))
                    .noting("Service " + before.key() + " keeps the networks of *"
                            + ((AliasNode) place.entry().value()).name() + " and has one of its own now.");
        }
        return SharedFields.own(place, NetworksOut.copyWith(place.value(), added));
    }

    /** Adds the membership to what is written. */
    private Draft add(FieldPlace place) throws EditRejectedException {
        SourceFile file = place.file();
        return switch (place.value()) {
            case MappingNode map -> {
                YamlOut value = NetworksOut.of(added);
                YamlOut out = value instanceof YamlOut.Nothing ? NetworksOut.nothingLike(map) : value;
                yield Draft.of(file, new MappingEdits(file).add(map, added.network(), out));
            }
            case SequenceNode list when added.needsMapForm() -> addAsMapping(place, list);
            case SequenceNode list ->
                Draft.of(file, new SequenceEdits(file).add(list, new YamlOut.Text(added.network())));
            default ->
                throw new EditRejectedException(
                        place.entry().key().mark() + ": networks is neither a list nor a mapping; write it as a list.");
        };
    }

    private Draft addAsMapping(FieldPlace place, SequenceNode list) throws EditRejectedException {
        SourceFile file = place.file();
        SequenceEdits edits = new SequenceEdits(file);
        YamlNode last = list.items().getLast();
        List<Splice> splices = new ArrayList<>(edits.toMapping(list, place.entry()));
        if (list.flow()) {
            String entry = new FlowWriter(false).entry(added.network(), NetworksOut.of(added));
            splices.addAll(new FlowEdits(file).addAfter(last.start(), last.end(), entry));
        } else {
            int column = edits.keyColumn(list, place.entry());
            BlockStyle style = SharedFields.styleNear(place.site());
            List<String> lines = new BlockWriter(style).entry(added.network(), NetworksOut.of(added), column);
            int at = file.lines().afterBlock(last.end(), file.lines().column(list.contentStart()));
            splices.add(file.lines().insertLines(at, lines));
        }
        return Draft.of(file, splices)
                .noting("The list of networks in " + place.entry().key().mark().fileAndLine()
                        + " is a mapping now, because only that form can hold addresses and aliases.");
    }
}
