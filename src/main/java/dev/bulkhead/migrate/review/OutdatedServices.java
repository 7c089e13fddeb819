package dev.bulkhead.migrate.review;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Services whose containers are there and can become what the files say only by being made anew. */
final class OutdatedServices {

    private OutdatedServices() {}

    /** Returns service to why, as part of a sentence; names of variables and not their values. */
    static SortedMap<String, String> of(Topology topology, ObservedState observed, DriftFacts facts) {
        SortedMap<String, String> outdated = new TreeMap<>();
        for (Drift drift : Drift.between(topology, observed, facts)) {
            switch (drift) {
                case Drift.ContainerStopped stopped ->
                    outdated.put(
                            stopped.service(),
                            "does not run (" + stopped.state().name().toLowerCase(Locale.ROOT) + ")");
                case Drift.SettingsDiffer settings ->
                    outdated.putIfAbsent(
                            settings.service(),
                            "was created from other settings than the files have now" + named(settings.variables()));
                case Drift.ImageMoved moved ->
                    outdated.putIfAbsent(moved.service(), "runs an older image of " + moved.image());
                case Drift.ImageDiffers image -> outdated.putIfAbsent(image.service(), "runs image " + image.found());
                case Drift.NamespaceLost lost ->
                    outdated.putIfAbsent(
                            lost.service(), "does not share the network of " + lost.wanted() + " any more");
                case Drift.NamespaceCut cut ->
                    outdated.putIfAbsent(cut.service(), "has lost the network of " + cut.owner());
                case Drift.AliasesLost lost ->
                    outdated.putIfAbsent(
                            lost.service(),
                            "is not found as " + String.join(", ", lost.aliases()) + " on " + lost.network());
                case Drift.AddressDiffers address ->
                    outdated.putIfAbsent(
                            address.service(), "has address " + address.found() + " on " + address.network());
                case Drift.ContainerMissing _,
                        Drift.ContainerExtra _,
                        Drift.MembershipMissing _,
                        Drift.MembershipExtra _,
                        Drift.NetworkMissing _,
                        Drift.NetworkExtra _,
                        Drift.NetworkDiffers _,
                        Drift.NetworkUnmanaged _,
                        Drift.NetworkRefused _,
                        Drift.NameShared _,
                        Drift.ContainerNameTaken _,
                        Drift.DirectoryDiffers _,
                        Drift.FilesDiffer _,
                        Drift.ForeignContainer _,
                        Drift.NotCompared _ -> {}
            }
        }
        return outdated;
    }

    private static String named(List<String> variables) {
        return variables.isEmpty() ? "" : " (" + String.join(", ", variables) + ")";
    }
}
