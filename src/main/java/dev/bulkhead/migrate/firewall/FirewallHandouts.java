package dev.bulkhead.migrate.firewall;

import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.setting.FirewallBackend;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** Handouts about the host's firewall: how it is installed, kept up to date and removed, and the same lines to copy. */
public final class FirewallHandouts {

    private FirewallHandouts() {}

    /** Returns what the operator takes along; none where no packet rule follows from the rules. */
    public static List<Handout> of(Topology topology, Rules rules, ObservedState observed, FirewallBackend backend) {
        PacketRules packets = PacketRules.of(topology, rules, observed);
        if (packets.none()) {
            return List.of();
        }
        FirewallScript script = new FirewallScript(backend, topology.project(), packets, false);
        String name = "bulkhead-firewall-" + topology.project();
        List<String> lines = new ArrayList<>();
        lines.add("# by " + Rules.FILE + "; runs as root on the machine of the engine, as often as you like");
        if (!packets.moving().isEmpty()) {
            lines.add("# " + String.join(", ", packets.moving())
                    + ": by the address of now, which may change as they are made anew");
        }
        lines.addAll(script.install());
        return List.of(
                new Handout(
                        "Firewall of the host, on the machine of the engine",
                        List.of(
                                "bulkhead firewall PATH                 # shows the rules and whether they are installed",
                                "sudo bulkhead firewall PATH --install  # with --log the kernel's log tells of what is dropped",
                                "sudo bulkhead firewall PATH --refresh  # after containers were made anew",
                                "sudo bulkhead firewall PATH --remove   # without a trace")),
                new Handout(
                        "A service that follows the addresses of containers: /etc/systemd/system/" + name
                                + ".service, then: sudo systemctl enable --now " + name,
                        List.of(
                                "[Unit]",
                                "Description=Packet rules of " + topology.project()
                                        + ", by the addresses of its containers",
                                "After=docker.service",
                                "PartOf=docker.service",
                                "[Service]",
                                "ExecStart=/PATH/TO/bulkhead firewall /PATH/TO/PROJECT --follow",
                                "Restart=always",
                                "RestartSec=2",
                                "[Install]",
                                "WantedBy=docker.service")),
                new Handout(
                        "The same rules to copy, where Bulkhead is not on the machine of the engine: "
                                + switch (backend) {
                                    case IPTABLES -> "with iptables";
                                    case NFTABLES -> "with nftables";
                                },
                        lines),
                new Handout("What takes them away without a trace", script.remove()));
    }
}
