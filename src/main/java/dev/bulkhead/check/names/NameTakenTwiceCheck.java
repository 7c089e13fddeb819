package dev.bulkhead.check.names;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.Severity;
import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Check that a name means one service on a network: service names, container names, host names and aliases are looked up in
 * one place, and where several have a name the order of the answers is random (moby {@code libnetwork/resolver.go}).
 */
final class NameTakenTwiceCheck implements Check {

    private enum Kind {
        SERVICE,
        CONTAINER,
        HOST,
        ALIAS
    }

    private record Bearer(Service service, Kind kind, Element place) {}

    @Override
    public String id() {
        return "name-taken-twice";
    }

    @Override
    public String title() {
        return "A name means one service on a network";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        Map<String, Map<String, Bearer>> taken = new HashMap<>();
        for (Kind kind : Kind.values()) {
            for (Service service : input.topology().services().values()) {
                for (Attachment attachment : service.attachments()) {
                    input.topology().network(attachment.network()).ifPresent(network -> {
                        Map<String, Bearer> names = taken.computeIfAbsent(network.name(), name -> new HashMap<>());
                        for (String name : names(kind, service, attachment)) {
                            Bearer bearer = new Bearer(service, kind, place(kind, service, attachment));
                            Bearer first = names.putIfAbsent(name.toLowerCase(Locale.ROOT), bearer);
                            if (first != null && clash(first, bearer) && onOne(input, network, first, bearer)) {
                                findings.accept(finding(build, name, network, first, bearer));
                            }
                        }
                    });
                }
            }
        }
    }

    private static List<String> names(Kind kind, Service service, Attachment attachment) {
        return switch (kind) {
            case SERVICE -> List.of(service.key());
            case CONTAINER -> service.container().containerName().map(List::of).orElse(List.of());
            case HOST -> service.container().hostname().map(List::of).orElse(List.of());
            case ALIAS -> attachment.aliases();
        };
    }

    private static Element place(Kind kind, Service service, Attachment attachment) {
        return switch (kind) {
            case SERVICE -> Element.service(service.key());
            case CONTAINER -> Element.service(service.key()).field("container_name");
            case HOST -> Element.service(service.key()).field("hostname");
            case ALIAS ->
                Element.membership(service.key(), attachment.network()).field("aliases");
        };
    }

    /** A network of one name on two hosts is two networks, unless it lies across them. */
    private static boolean onOne(CheckInput input, Network network, Bearer first, Bearer other) {
        ServiceHosts hosts = input.reach().hosts();
        String a = first.service().key();
        String b = other.service().key();
        return hosts.together(a, b) != ServiceHosts.Together.APART || hosts.spans(network.name(), a, b);
    }

    private static boolean clash(Bearer first, Bearer other) {
        // Compose itself refuses two containers of one name.
        boolean refused = first.kind() == Kind.CONTAINER && other.kind() == Kind.CONTAINER;
        return !refused
                && !first.service().key().equals(other.service().key())
                && Profiles.together(first.service(), other.service());
    }

    private Finding finding(FindingBuilder build, String name, Network network, Bearer first, Bearer other) {
        // The same alias at two services is a known way to spread requests.
        boolean meant = first.kind() == Kind.ALIAS && other.kind() == Kind.ALIAS;
        String a = first.service().key();
        String b = other.service().key();
        return build.finding(
                meant ? Severity.INFO : severity(),
                List.of(Element.service(b), Element.service(a), Element.network(network.key())),
                other.place(),
                "On network " + network.key() + " the name " + name + " means " + a + words(first.kind()) + " and also "
                        + b + words(other.kind()) + "; which one answers is chance.",
                "Give one of them another name, or take one off the network.");
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case SERVICE -> "";
            case CONTAINER -> " (its container_name)";
            case HOST -> " (its hostname)";
            case ALIAS -> " (an alias)";
        };
    }
}
