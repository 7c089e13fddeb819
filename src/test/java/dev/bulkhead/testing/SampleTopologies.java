package dev.bulkhead.testing;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The media server before and after its first iteration, and projects of any size. */
public final class SampleTopologies {

    private static final String FLAT = "media-network";

    private SampleTopologies() {}

    /** Returns the media server with one flat network. */
    public static Topology mediaServerBefore() {
        return mediaServer(false);
    }

    /** Returns the media server with six networks beside the flat one. */
    public static Topology mediaServerAfter() {
        return mediaServer(true);
    }

    /** Returns a project of many services, a few on each network and every third on two. */
    public static Topology large(int services, int networks) {
        List<Network> all = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            all.add(network("net-%03d".formatted(i), "10.%d.%d.0/24".formatted(i / 256, i % 256), i % 2 == 0));
        }
        List<Service> list = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            List<String> joined = new ArrayList<>(List.of("net-%03d".formatted(i % networks)));
            if (i % 3 == 0) {
                joined.add("net-%03d".formatted((i + 1 + i % 7) % networks));
            }
            list.add(service("service-%04d".formatted(i), joined, i % 4 == 0 ? List.of(8000 + i) : List.of()));
        }
        return Topology.of("large", all, list);
    }

    private static Topology mediaServer(boolean segmented) {
        List<Network> networks = new ArrayList<>(List.of(network(FLAT, "172.18.0.0/16", false)));
        if (segmented) {
            networks.add(network("dmz-net", "172.20.0.0/24", false));
            networks.add(network("frontend-net", "172.20.1.0/24", true));
            networks.add(network("backend-net", "172.20.2.0/24", true));
            networks.add(network("download-net", "172.20.3.0/24", false));
            networks.add(network("mgmt-net", "172.20.4.0/24", true));
            networks.add(network("security-net", "172.20.5.0/24", false));
        }
        List<Service> services = new ArrayList<>();
        memberships().forEach((name, joined) -> {
            List<String> all = new ArrayList<>(List.of(FLAT));
            if (segmented) {
                all.addAll(joined);
            }
            services.add(service(name, all, ports(name)));
        });
        services.add(withMode("fail2ban", new NetworkMode.Host()));
        services.add(withMode("qbittorrent", new NetworkMode.OfService("gluetun")));
        return Topology.of("mediaserver", networks, services);
    }

    private static Map<String, List<String>> memberships() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("traefik", List.of("dmz-net", "frontend-net", "backend-net", "security-net"));
        all.put("cloudflared", List.of("dmz-net"));
        all.put("jellyfin", List.of("frontend-net"));
        all.put("jellyseerr", List.of("frontend-net", "backend-net"));
        all.put("web-ui", List.of("frontend-net"));
        all.put("sonarr", List.of("backend-net", "download-net"));
        all.put("radarr", List.of("backend-net", "download-net"));
        all.put("prowlarr", List.of("backend-net", "download-net"));
        all.put("bazarr", List.of("backend-net"));
        all.put("gluetun", List.of("download-net"));
        all.put("autoheal", List.of("mgmt-net", "download-net"));
        all.put("prometheus", List.of("mgmt-net", "frontend-net", "backend-net", "download-net"));
        all.put("grafana", List.of("frontend-net", "mgmt-net"));
        all.put("cadvisor", List.of("mgmt-net"));
        all.put("node-exporter", List.of("mgmt-net"));
        all.put("alertmanager", List.of("mgmt-net"));
        all.put("dozzle", List.of("mgmt-net"));
        return all;
    }

    private static List<Integer> ports(String service) {
        return switch (service) {
            case "traefik" -> List.of(80, 8090);
            case "jellyfin" -> List.of(8096);
            case "jellyseerr" -> List.of(5055);
            case "web-ui" -> List.of(3000);
            case "sonarr" -> List.of(8989);
            case "radarr" -> List.of(7878);
            case "prowlarr" -> List.of(9696);
            case "bazarr" -> List.of(6767);
            case "gluetun" -> List.of(8080, 6881, 6881);
            case "prometheus" -> List.of(9090);
            case "grafana" -> List.of(3001);
            case "cadvisor" -> List.of(8081);
            case "node-exporter" -> List.of(9100);
            case "alertmanager" -> List.of(9093);
            case "dozzle" -> List.of(9999);
            default -> List.of();
        };
    }

    private static Network network(String key, String cidr, boolean internal) {
        return new Network(key, key, NetworkOptions.defaults().withInternal(internal), List.of(Subnet.of(cidr)));
    }

    private static Service service(String key, List<String> networks, List<Integer> ports) {
        Map<String, PortMapping> mappings = new TreeMap<>();
        for (int i = 0; i < ports.size(); i++) {
            Protocol protocol = ports.indexOf(ports.get(i)) < i ? Protocol.UDP : Protocol.TCP;
            mappings.put("" + i, PortMapping.of(ports.get(i), ports.get(i), protocol));
        }
        return new Service(
                key,
                new NetworkMode.Networks(),
                networks.stream().map(Attachment::to).toList(),
                List.copyOf(mappings.values()),
                List.of(),
                List.of(),
                ContainerSpec.ofImage("example/" + key + ":latest"));
    }

    private static Service withMode(String key, NetworkMode mode) {
        return new Service(
                key, mode, List.of(), List.of(), List.of(), List.of(), ContainerSpec.ofImage("example/" + key));
    }
}
