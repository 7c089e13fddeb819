package dev.bulkhead.compose.export;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.load.CorpusCases.Case;
import dev.bulkhead.compose.load.Facts;
import dev.bulkhead.compose.load.Oracle;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives the exports of one project to Compose and tells what it makes of them. */
final class ExportCheck {

    private final Case opened;
    private final Oracle oracle;
    private final Path scratch;
    private final ComposeProject project;
    private final List<String> faults = new ArrayList<>();

    private ExportCheck(Case opened, Oracle oracle, Path scratch, ComposeProject project) {
        this.opened = opened;
        this.oracle = oracle;
        this.scratch = scratch;
        this.project = project;
    }

    /** Returns the faults of a project's exports; empty where Compose or Bulkhead refuses the project itself. */
    static Optional<List<String>> run(Case opened, Oracle oracle, Path scratch) throws IOException {
        ComposeLoader loader = new ComposeLoader(new DiskFileTree());
        try {
            ComposeProject project =
                    loader.load(opened.request(oracle.baseEnvironment())).requireSound();
            Oracle.Answer answer = oracle.config(opened.directory(), opened.oracleOptions(), opened.variables());
            if (!answer.accepted() || !Facts.of(answer.text()).equals(Facts.of(project.topology()))) {
                return Optional.empty();
            }
            ExportCheck check = new ExportCheck(opened, oracle, scratch, project);
            check.run(ResolvedFile.of(loader.resolve(project.request())));
            return Optional.of(check.faults);
        } catch (ComposeException refused) {
            return Optional.empty();
        }
    }

    private void run(String resolved) throws IOException {
        Topology topology = project.topology();
        laidOver("networks.yml", NetworksFile.of(topology, NetworksFile.Owner.COMPOSE), topology);
        laidOver("external.yml", NetworksFile.of(topology, NetworksFile.Owner.OPERATOR), allExternal(topology));
        laidOver("pinning.yml", OverrideFile.pinning(topology), topology);
        Topology changed = changed(topology);
        laidOver("override.yml", OverrideFile.between(topology, changed), changed);
        alone(resolved);
    }

    private void laidOver(String name, String text, Topology wanted) throws IOException {
        List<String> options = new ArrayList<>();
        project.files().stream()
                .limit(project.mainFiles())
                .map(ComposeFile::path)
                .forEach(file -> options.addAll(List.of("-f", file.toString())));
        ask(name, text, options, opened.directory(), Facts.of(wanted));
    }

    private void alone(String text) throws IOException {
        Path variables = project.directory().resolve(".env");
        if (Files.isRegularFile(variables)) {
            Files.copy(variables, scratch.resolve(".env"));
        }
        ask("resolved.yml", text, List.of(), scratch, withoutSecrets(Facts.of(project.topology())));
    }

    private void ask(String name, String text, List<String> before, Path directory, List<String> wanted)
            throws IOException {
        Path file = Files.writeString(scratch.resolve(name), text);
        List<String> options = new ArrayList<>(before);
        options.addAll(List.of("-f", file.toString()));
        Oracle.Answer answer = oracle.config(directory, options, opened.variables());
        String where = opened.label() + " " + name + ": ";
        if (!answer.accepted()) {
            faults.add(where + answer.text());
            return;
        }
        List<String> found = before.isEmpty() ? withoutSecrets(Facts.of(answer.text())) : Facts.of(answer.text());
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(found);
        List<String> more = new ArrayList<>(found);
        more.removeAll(wanted);
        if (!missing.isEmpty() || !more.isEmpty()) {
            faults.add(where + "wanted " + missing + " found " + more);
        }
    }

    /** Values of environment variables are not exported, and a label can hold a secret. */
    private static List<String> withoutSecrets(List<String> facts) {
        Pattern labels = Pattern.compile(" labels=.* cap_add=");
        return facts.stream()
                .filter(line -> !line.startsWith("  environment "))
                .map(line -> labels.matcher(line).replaceAll(" cap_add="))
                .toList();
    }

    private static Topology allExternal(Topology topology) {
        Topology result = topology;
        for (Network network : topology.networks().values()) {
            result = result.withNetwork(new Network(
                    network.key(), network.name(), NetworkOptions.defaults().withExternal(true), List.of()));
        }
        return result;
    }

    /** Moves the first service to a new network, takes the ports of the second away and changes a subnet. */
    private static Topology changed(Topology topology) {
        Topology result = topology;
        try {
            result = new TopologyEdit.AddNetwork(new Network(
                            "bulkhead-new",
                            topology.project() + "_bulkhead-new",
                            NetworkOptions.defaults().withInternal(true),
                            List.of(Subnet.of("10.231.7.0/24"))))
                    .apply(result);
            for (Service service : topology.services().values()) {
                if (service.networkMode() instanceof NetworkMode.Networks) {
                    result = new TopologyEdit.Attach(service.key(), "bulkhead-new").apply(result);
                    for (var was : service.attachments()) {
                        result = new TopologyEdit.Detach(service.key(), was.network()).apply(result);
                    }
                    break;
                }
            }
        } catch (EditRejectedException e) {
            throw new IllegalStateException(e);
        }
        for (Service service : topology.services().values()) {
            if (!service.ports().isEmpty()) {
                Service now = result.service(service.key()).orElseThrow();
                result = result.withService(now.withPorts(List.of()));
                break;
            }
        }
        return result;
    }
}
