package dev.bulkhead.workspace.imported;

import dev.bulkhead.engine.observed.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fields that say how much of its host a container gets: memory, processors, processes, devices. */
final class DeviceFields {

    private static final long USUAL_SHARED_MEMORY = 64L << 20;
    private static final int NANO = 9;
    private static final List<Map.Entry<String, String>> RATES = List.of(
            Map.entry("device_read_bps", "BlkioDeviceReadBps"),
            Map.entry("device_read_iops", "BlkioDeviceReadIOps"),
            Map.entry("device_write_bps", "BlkioDeviceWriteBps"),
            Map.entry("device_write_iops", "BlkioDeviceWriteIOps"));

    private final Told host;

    DeviceFields(Told host) {
        this.host = host;
    }

    void addTo(Fields fields) {
        memory(fields);
        processors(fields);
        long processes = host.at("PidsLimit").amount();
        fields.number("pids_limit", processes)
                .number("oom_score_adj", host.at("OomScoreAdj").amount())
                .flag("oom_kill_disable", host.at("OomKillDisable").truth())
                .map("blkio_config", discs().asMap());
        fields.list("devices", devices())
                .list("device_cgroup_rules", host.at("DeviceCgroupRules").words());
        List<Map<String, ?>> requests = new ArrayList<>();
        host.at("DeviceRequests").items().forEach(each -> requests.add(request(each)));
        if (!requests.isEmpty()) {
            fields.put("deploy", Map.of("resources", Map.of("reservations", Map.of("devices", requests))));
        }
    }

    /** Without a limit of its own an engine allows as much swap as memory. */
    private void memory(Fields fields) {
        long memory = host.at("Memory").amount();
        long swap = host.at("MemorySwap").amount();
        fields.size("mem_limit", memory)
                .size("memswap_limit", swap == 2 * memory ? 0 : swap)
                .size("mem_reservation", host.at("MemoryReservation").amount());
        if (host.at("MemorySwappiness").amount() > 0) {
            fields.put("mem_swappiness", host.at("MemorySwappiness").amount());
        }
        long shared = host.at("ShmSize").amount();
        fields.size("shm_size", shared == USUAL_SHARED_MEMORY ? 0 : shared);
    }

    private void processors(Fields fields) {
        long nano = host.at("NanoCpus").amount();
        if (nano != 0) {
            fields.put("cpus", BigDecimal.valueOf(nano, NANO).stripTrailingZeros());
        }
        fields.number("cpu_shares", host.at("CpuShares").amount())
                .number("cpu_period", host.at("CpuPeriod").amount())
                .number("cpu_quota", host.at("CpuQuota").amount())
                .number("cpu_rt_period", host.at("CpuRealtimePeriod").amount())
                .number("cpu_rt_runtime", host.at("CpuRealtimeRuntime").amount())
                .number("cpu_count", host.at("CpuCount").amount())
                .number("cpu_percent", host.at("CpuPercent").amount())
                .text("cpuset", host.at("CpusetCpus").text());
    }

    private Fields discs() {
        Fields discs = new Fields().number("weight", host.at("BlkioWeight").amount());
        discs.list("weight_device", rates(host.at("BlkioWeightDevice"), "weight", "Weight"));
        RATES.forEach(rate -> discs.list(rate.getKey(), rates(host.at(rate.getValue()), "rate", "Rate")));
        return discs;
    }

    private static List<Map<String, ?>> rates(Told devices, String name, String field) {
        List<Map<String, ?>> rates = new ArrayList<>();
        for (Told device : devices.items()) {
            rates.add(new Fields()
                    .put("path", device.at("Path").text())
                    .put(name, device.at(field).amount())
                    .asMap());
        }
        return rates;
    }

    private List<String> devices() {
        return host.at("Devices").items().stream()
                .map(device -> {
                    String outside = device.at("PathOnHost").text();
                    String inside = device.at("PathInContainer").text();
                    String rights = device.at("CgroupPermissions").text();
                    boolean usual = rights.isEmpty() || rights.equals("rwm");
                    return outside + ":" + inside + (usual ? "" : ":" + rights);
                })
                .toList();
    }

    /** A request for devices of a kind; -1 means all of them. */
    private static Map<String, ?> request(Told request) {
        long count = request.at("Count").amount();
        List<String> ids = request.at("DeviceIDs").words();
        Fields fields = new Fields()
                .text("driver", request.at("Driver").text())
                .put("capabilities", request.at("Capabilities").at(0).words())
                .list("device_ids", ids);
        if (ids.isEmpty()) {
            fields.put("count", count < 0 ? "all" : count);
        }
        return fields.map("options", request.at("Options").texts()).asMap();
    }
}
