package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * Published port in its long form, as texts that are typed.
 *
 * @param hostIp address of the host that it binds to; empty means all
 * @param published port or range on the host; empty means one the engine chooses
 * @param target port of the container
 * @param mode ingress or host
 */
public record PortDraft(String hostIp, String published, String target, Protocol protocol, String mode) {

    /** A port that nothing was said of yet; it binds to this machine only, since more is easily opened later. */
    public static final PortDraft NEW = new PortDraft("127.0.0.1", "", "", Protocol.TCP, PortMapping.INGRESS);

    /** Returns a published port as texts. */
    public static PortDraft of(PortMapping port) {
        return new PortDraft(
                port.hostIp().orElse(""),
                port.published().orElse(""),
                Integer.toString(port.target()),
                port.protocol(),
                port.mode());
    }

    /**
     * Returns what it means for a service.
     *
     * @param before the port that it takes the place of, where there is one
     */
    public FieldDraft draft(String service, Optional<PortMapping> before) {
        if (!hostIp.isEmpty() && Ip.tryParse(hostIp).isEmpty()) {
            return new FieldDraft.Wrong(Words.of("portdraft.the-host-address-looks-like"));
        }
        if (!target.matches("[0-9]{1,5}") || number(target) < 1 || number(target) > 65_535) {
            return new FieldDraft.Wrong(Words.of("portdraft.the-container-port-is-a"));
        }
        if (!published.isEmpty() && !published.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
            return new FieldDraft.Wrong(Words.of("portdraft.the-host-port-is-a"));
        }
        PortMapping port = new PortMapping(text(hostIp), text(published), number(target), protocol, mode);
        TopologyEdit publish = new TopologyEdit.Publish(service, port);
        if (before.isEmpty()) {
            return new FieldDraft.Change(publish);
        }
        return before.get().equals(port)
                ? new FieldDraft.Same()
                : new FieldDraft.Change(new ProjectEdit.Series(
                        Words.of(
                                "portdraft.publish-of-instead-of",
                                port.text(),
                                service,
                                before.get().text()),
                        List.of(new TopologyEdit.Unpublish(service, before.get()), publish)));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static Optional<String> text(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }
}
