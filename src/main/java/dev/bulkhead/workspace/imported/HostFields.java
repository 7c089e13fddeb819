package dev.bulkhead.workspace.imported;

import dev.bulkhead.engine.observed.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Fields that say what a container may do on its host, and what its kernel and the engine do for it. */
final class HostFields {

    private static final String SECCOMP = "seccomp=";
    private static final String NO_LABEL = "label=disable";

    /** Since this version an engine says {@code no} where no restart policy is stated. */
    private static final int SAYS_NO = 25;

    private final Told host;
    private final Told engine;
    private final UnaryOperator<String> ofNamespace;

    /**
     * Fields of a container.
     *
     * @param engine what its engine tells of itself
     * @param ofNamespace what Compose calls the owner of a namespace that is shared
     */
    HostFields(Told container, Told engine, UnaryOperator<String> ofNamespace) {
        this.host = container.at("HostConfig");
        this.engine = engine;
        this.ofNamespace = ofNamespace;
    }

    /** Adds the fields, and to the files what stands in files of their own. */
    void addTo(Fields fields, String key, Map<String, String> files) {
        restart(fields);
        if (host.at("Init").value().isPresent()) {
            fields.put("init", host.at("Init").truth());
        }
        fields.flag("privileged", host.at("Privileged").truth())
                .flag("read_only", host.at("ReadonlyRootfs").truth())
                .list("cap_add", capabilities("CapAdd"))
                .list("cap_drop", capabilities("CapDrop"))
                .list("security_opt", security(key, files))
                .list("group_add", host.at("GroupAdd").words());
        namespaces(fields);
        new DeviceFields(host).addTo(fields);
        fields.map("sysctls", host.at("Sysctls").texts()).map("ulimits", limits());
        fields.list("dns", host.at("Dns").words())
                .list("dns_search", host.at("DnsSearch").words())
                .list("dns_opt", host.at("DnsOptions").words())
                .list("extra_hosts", host.at("ExtraHosts").words());
        logging(fields);
        fields.map("storage_opt", host.at("StorageOpt").texts())
                .map("annotations", host.at("Annotations").texts());
    }

    private void restart(Fields fields) {
        String policy = host.at("RestartPolicy").at("Name").text();
        int tries = host.at("RestartPolicy").at("MaximumRetryCount").number();
        String version = engine.at("ServerVersion").text().split("\\.", 2)[0];
        boolean saysNo = !version.matches("[0-9]{1,4}") || Integer.parseInt(version) >= SAYS_NO;
        if (!(policy.equals("no") && saysNo)) {
            fields.text("restart", tries > 0 ? policy + ":" + tries : policy);
        }
    }

    private List<String> capabilities(String field) {
        return host.at(field).words().stream()
                .map(name -> name.startsWith("CAP_") ? name.substring("CAP_".length()) : name)
                .toList();
    }

    /** Profiles stand in files; what an engine adds of its own for those who share with the host is left out. */
    private List<String> security(String key, Map<String, String> files) {
        boolean shares = host.at("Privileged").truth()
                || host.at("PidMode").text().equals("host")
                || host.at("IpcMode").text().equals("host");
        List<String> options = new ArrayList<>();
        for (String option : host.at("SecurityOpt").words()) {
            if (option.startsWith(SECCOMP + "{")) {
                String file = "seccomp-" + key + ".json";
                files.put(file, option.substring(SECCOMP.length()) + "\n");
                options.add(SECCOMP + "./" + file);
            } else if (!(shares && option.equals(NO_LABEL))) {
                options.add(option);
            }
        }
        boolean masked = host.at("MaskedPaths").value().isPresent()
                && host.at("MaskedPaths").isEmpty()
                && host.at("ReadonlyPaths").isEmpty();
        if (masked && !host.at("Privileged").truth()) {
            options.add("systempaths=unconfined");
        }
        return options;
    }

    private void namespaces(Fields fields) {
        String ipc = host.at("IpcMode").text();
        fields.text("ipc", ipc.equals("private") ? "" : ofNamespace.apply(ipc))
                .text("pid", ofNamespace.apply(host.at("PidMode").text()))
                .text("uts", host.at("UTSMode").text())
                .text("userns_mode", host.at("UsernsMode").text());
        String groups = host.at("CgroupnsMode").text();
        String usual = engine.at("CgroupVersion").text().equals("1") ? "host" : "private";
        fields.text("cgroup", groups.equals(usual) ? "" : groups)
                .text("cgroup_parent", host.at("CgroupParent").text());
        String runtime = host.at("Runtime").text();
        fields.text("runtime", runtime.equals(engine.at("DefaultRuntime").text()) ? "" : runtime);
        String isolation = host.at("Isolation").text();
        fields.text("isolation", isolation.equals("default") ? "" : isolation);
    }

    private Map<String, Object> limits() {
        Map<String, Object> limits = new TreeMap<>();
        for (Told limit : host.at("Ulimits").items()) {
            long soft = limit.at("Soft").amount();
            long hard = limit.at("Hard").amount();
            limits.put(
                    limit.at("Name").text(),
                    soft == hard
                            ? soft
                            : new Fields().put("soft", soft).put("hard", hard).asMap());
        }
        return limits;
    }

    private void logging(Fields fields) {
        String driver = host.at("LogConfig").at("Type").text();
        Map<String, String> options = host.at("LogConfig").at("Config").texts();
        boolean usual = driver.equals(engine.at("LoggingDriver").text()) && options.isEmpty();
        if (!usual && !driver.isEmpty()) {
            fields.put(
                    "logging",
                    new Fields().put("driver", driver).map("options", options).asMap());
        }
    }
}
