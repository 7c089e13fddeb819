package dev.bulkhead.compose.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.LoadWarning;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Subnet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The resolved topology as JSON, a public contract of version {@value #SCHEMA}.
 *
 * <p>Keys of networks and services are sorted by name, lists keep file order. It holds no values of variables.
 */
public final class TopologyJson {

    /** The version of the contract. */
    public static final int SCHEMA = 1;

    private final JsonGenerator json;
    private final SourceMap sources;

    private TopologyJson(JsonGenerator json, SourceMap sources) {
        this.json = json;
        this.sources = sources;
    }

    /** Returns a project as JSON, ending with a line break. */
    public static String of(ComposeProject project) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new TopologyJson(json, project.sources()).project(project);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private void project(ComposeProject project) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeStringField("project", project.topology().project());
        strings("files", project.files().stream().map(ComposeFile::name).toList());
        json.writeArrayFieldStart("networks");
        for (Network network : project.topology().networks().values()) {
            network(network);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("services");
        for (Service service : project.topology().services().values()) {
            service(service);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("warnings");
        for (LoadWarning warning : project.warnings()) {
            json.writeStartObject();
            string("at", warning.at().map(SourceMark::toString));
            json.writeStringField("message", warning.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void network(Network network) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", network.key());
        json.writeStringField("name", network.name());
        json.writeStringField("driver", network.options().driver().orElse("bridge"));
        json.writeBooleanField("external", network.external());
        json.writeBooleanField("internal", network.internal());
        json.writeBooleanField("attachable", network.options().attachable());
        json.writeBooleanField("enableIPv4", network.options().enableIpv4());
        json.writeBooleanField("enableIPv6", network.options().enableIpv6());
        json.writeArrayFieldStart("subnets");
        for (Subnet subnet : network.subnets()) {
            json.writeStartObject();
            string("subnet", subnet.subnet());
            string("gateway", subnet.gateway());
            string("ipRange", subnet.ipRange());
            json.writeEndObject();
        }
        json.writeEndArray();
        at(Element.network(network.key()));
        json.writeEndObject();
    }

    private void service(Service service) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", service.key());
        string("containerName", service.container().containerName());
        string("image", service.container().image());
        string("networkMode", service.networkMode().text());
        strings("profiles", service.profiles());
        strings(
                "dependsOn",
                service.dependsOn().stream().map(Dependency::service).toList());
        json.writeArrayFieldStart("networks");
        for (Attachment attachment : service.attachments()) {
            attachment(attachment);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ports");
        for (PortMapping port : service.ports()) {
            port(port);
        }
        json.writeEndArray();
        at(Element.service(service.key()));
        json.writeEndObject();
    }

    private void attachment(Attachment attachment) throws IOException {
        json.writeStartObject();
        json.writeStringField("network", attachment.network());
        strings("aliases", attachment.aliases());
        string("ipv4", attachment.ipv4());
        string("ipv6", attachment.ipv6());
        json.writeNumberField("gwPriority", attachment.gwPriority());
        json.writeEndObject();
    }

    private void port(PortMapping port) throws IOException {
        json.writeStartObject();
        string("hostIp", port.hostIp());
        string("published", port.published());
        json.writeNumberField("target", port.target());
        json.writeStringField("protocol", port.protocol().text());
        json.writeEndObject();
    }

    private void at(Element element) throws IOException {
        string("at", sources.of(element).map(SourceMark::fileAndLine));
    }

    private void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void string(String name, Optional<String> value) throws IOException {
        @Nullable String text = value.orElse(null);
        json.writeStringField(name, text);
    }
}
