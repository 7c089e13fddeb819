package dev.bulkhead.migrate.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.SecretTask;
import dev.bulkhead.topology.Subnet;
import java.util.List;

/** Operations as JSON, without the texts of files, which can hold secrets. */
final class OperationJson {

    private static final String KIND = "operation";

    private OperationJson() {}

    static void write(ObjectNode node, Operation operation) {
        switch (operation) {
            case Operation.WriteFiles(var changes) -> {
                node.put(KIND, "write-files");
                ArrayNode files = node.putArray("files");
                changes.forEach(change -> files.add(change.name()));
            }
            case Operation.RestoreFiles(var names) -> {
                node.put(KIND, "restore-files");
                names.forEach(node.putArray("files")::add);
            }
            case Operation.CreateNetwork(var network) -> network(node.put(KIND, "create-network"), network);
            case Operation.RemoveNetwork(var network) -> network(node.put(KIND, "remove-network"), network);
            case Operation.Connect connect -> {
                member(node.put(KIND, "connect"), connect.member());
                node.put("network", connect.network());
                connect.endpoint().aliases().forEach(node.putArray("aliases")::add);
                connect.endpoint().ipv4().ifPresent(address -> node.put("ipv4", address));
                connect.endpoint().ipv6().ifPresent(address -> node.put("ipv6", address));
                node.put("gatewayPriority", connect.endpoint().gwPriority());
            }
            case Operation.Disconnect off -> {
                member(node.put(KIND, "disconnect"), off.member());
                node.put("network", off.network());
            }
            case Operation.RecreateServices recreate ->
                services(node.put(KIND, "recreate-services"), recreate.services());
            case Operation.ExchangeService(var service, var timeout) ->
                services(node.put(KIND, "exchange-service"), List.of(service));
            case Operation.RemoveServices(var services) -> services(node.put(KIND, "remove-services"), services);
            case Operation.StartContainer(var member) -> member(node.put(KIND, "start-container"), member);
            case Operation.StopContainer(var member) -> member(node.put(KIND, "stop-container"), member);
            case Operation.WaitReady wait -> services(node.put(KIND, "wait-ready"), wait.services());
            case Operation.ProbeFlows(var flows) -> {
                node.put(KIND, "probe-flows");
                flows.stream().map(MustFlow::rule).forEach(node.putArray("flows")::add);
            }
            case Operation.ProbeRoute(var request) -> {
                services(node.put(KIND, "probe-route"), List.of(request.service()));
                node.put("proxy", request.proxy());
                node.put("url", request.url());
            }
            case Operation.AskWeb(var ask) -> {
                services(node.put(KIND, "ask-web"), List.of(ask.request().service()));
                node.put("proxy", ask.request().proxy());
                node.put("url", ask.request().url());
                node.put("expected", ask.awaited().text());
            }
            case Operation.ProbeClosed closed -> {
                services(node.put(KIND, "probe-closed"), List.of(closed.service()));
                node.put("port", closed.port().text());
            }
            case Operation.RunCheck(var check) -> {
                services(node.put(KIND, "run-check"), List.of(check.service()));
                check.command().forEach(node.putArray("command")::add);
                node.put("exitCode", check.exitCode());
            }
            case Operation.WatchServices(var services, var time) -> {
                services(node.put(KIND, "watch-services"), services);
                node.put("seconds", time.toSeconds());
            }
            case Operation.RestartContainer(var member) -> member(node.put(KIND, "restart-container"), member);
            case Operation.ReloadFiles(var member, var command) -> {
                member(node.put(KIND, "reload-files"), member);
                command.forEach(node.putArray("command")::add);
            }
            case Operation.HandleSecrets(var task) -> secrets(node.put(KIND, kind(task)), task);
            case Operation.ChangeSwarm(var task) ->
                node.put(KIND, "change-swarm").put("host", task.host()).put("does", task.action());
            case Operation.ProbeAcross(var flows) -> {
                node.put(KIND, "probe-across-hosts");
                flows.stream().map(MustFlow::rule).forEach(node.putArray("flows")::add);
            }
        }
    }

    private static String kind(SecretTask task) {
        return switch (task) {
            case SecretTask.Write _ -> "write-secrets";
            case SecretTask.Remove _ -> "remove-secrets";
            case SecretTask.Replace _ -> "replace-secret";
            case SecretTask.PutBack _ -> "put-secret-back";
            case SecretTask.ReadableBy _ -> "check-secrets-readable";
            case SecretTask.Hidden _ -> "check-secrets-hidden";
        };
    }

    private static void secrets(ObjectNode node, SecretTask task) {
        ArrayNode files = node.putArray("files");
        task.files()
                .forEach(file -> files.addObject()
                        .put("name", file.name())
                        .put("value", file.source().text())
                        .put("access", file.access().text()));
    }

    private static void services(ObjectNode node, List<String> services) {
        services.forEach(node.putArray("services")::add);
    }

    private static void member(ObjectNode node, Operation.Member member) {
        services(node, List.of(member.service()));
        node.put("container", member.container());
    }

    private static void network(ObjectNode node, NetworkSpec spec) {
        ObjectNode network = node.putObject("network");
        network.put("name", spec.name());
        network.put("internal", spec.options().internal());
        ArrayNode subnets = network.putArray("subnets");
        spec.subnets().stream().map(Subnet::subnet).forEach(s -> s.ifPresent(subnets::add));
    }
}
