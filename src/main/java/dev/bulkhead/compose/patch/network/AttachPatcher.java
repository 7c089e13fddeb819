package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.FieldDrafts;
import dev.bulkhead.compose.patch.place.FieldPlace;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.SharedFields;
import dev.bulkhead.compose.patch.text.BlockStyle;
import dev.bulkhead.compose.patch.text.BlockWriter;
import dev.bulkhead.compose.patch.text.FlowEdits;
import dev.bulkhead.compose.patch.text.FlowWriter;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.ScalarWriter;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.StyleProbe;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;

/** Candidate changes of text that make a service a member of a network. */
public final class AttachPatcher {

    private static final String NETWORKS = "networks";

    private final ProjectSources text;
    private final Service before;
    private final Attachment added;

    public AttachPatcher(ProjectSources text, Service before, Attachment added) {
        this.text = text;
        this.before = before;
        this.added = added;
    }

    /**
     * Returns the attempts: first where the service states its networks, then where it could; at last so that services
     * which take it over keep theirs.
     */
    public List<Draft.Attempt> attempts() {
        List<Draft.Attempt> attempts = new KeptNetworks(text, before)
                .after(new FieldDrafts(this::stated, site -> whole(all -> SharedFields.put(site, NETWORKS, all)))
                        .at(text.services(before.key()), NETWORKS));
        return new MembersComment(text, added.network()).with(before.key(), attempts);
    }

    private List<Draft.Attempt> stated(FieldPlace place) {
        if (MappingEdits.isEmpty(place.value())) {
            return whole(all -> SharedFields.fill(place, all));
        }
        return place.shared() ? List.of(() -> add(place), () -> ownWith(place)) : List.of(() -> add(place));
    }

    /** Writer of the value of a whole field. */
    @FunctionalInterface
    private interface Writing {
        Draft write(YamlValue value) throws EditRejectedException;
    }

    /** Returns attempts that state the whole field: only what is new (what is inherited stays), or everything. */
    private List<Draft.Attempt> whole(Writing writing) {
        List<Attachment> all = new ArrayList<>(before.attachments());
        all.add(added);
        Draft.Attempt onlyNew = () -> writing.write(MembershipEntries.of(List.of(added)));
        Draft.Attempt everything = () -> writing.write(MembershipEntries.of(all));
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
                                            MembershipEntries.of(added),
                                            SharedFields.styleNear(place.site())))
                    .noting("Service " + before.key() + " keeps the networks of *"
                            + ((AliasNode) place.entry().value()).name() + " and has one of its own now.");
        }
        return SharedFields.own(place, MembershipEntries.copyWith(place.value(), added));
    }

    /** Adds the membership to what is written. */
    private Draft add(FieldPlace place) throws EditRejectedException {
        SourceFile file = place.file();
        return switch (place.value()) {
            case MappingNode map -> {
                YamlValue value = MembershipEntries.of(added);
                YamlValue out = value instanceof YamlValue.Nothing ? MembershipEntries.nothingLike(map) : value;
                yield Draft.of(file, new MappingEdits(file).add(map, added.network(), out));
            }
            case SequenceNode list when added.needsMapForm() -> addAsMapping(place, list);
            case SequenceNode list ->
                Draft.of(file, new SequenceEdits(file).add(list, new YamlValue.Text(added.network())));
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
            boolean json = StyleProbe.quote(place.entry().key()) == ScalarWriter.Quote.DOUBLE
                    && StyleProbe.quote(last) == ScalarWriter.Quote.DOUBLE;
            String entry = new FlowWriter(json).entry(added.network(), MembershipEntries.of(added));
            splices.addAll(new FlowEdits(file).addAfter(last.start(), last.end(), entry));
        } else {
            int column = edits.keyColumn(list, place.entry());
            BlockStyle style = SharedFields.styleNear(place.site());
            List<String> lines = new BlockWriter(style).entry(added.network(), MembershipEntries.of(added), column);
            int at = file.lines().afterBlock(last.end(), file.lines().column(list.contentStart()));
            splices.add(file.lines().insertLines(at, lines));
        }
        return Draft.of(file, splices)
                .noting("The list of networks in " + place.entry().key().mark().fileAndLine()
                        + " is a mapping now, because only that form can hold addresses and aliases.");
    }
}
