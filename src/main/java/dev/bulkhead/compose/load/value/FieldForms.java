package dev.bulkhead.compose.load.value;

import dev.bulkhead.compose.load.value.FieldForm.AnyOf;
import dev.bulkhead.compose.load.value.FieldForm.Anything;
import dev.bulkhead.compose.load.value.FieldForm.ListOf;
import dev.bulkhead.compose.load.value.FieldForm.Mapping;
import dev.bulkhead.compose.load.value.FieldForm.Single;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of the fields that Bulkhead reads (Compose Specification, {@code compose-spec.json}). */
public final class FieldForms {

    private static final FieldForm ANY = new Anything();
    public static final FieldForm TEXT = new Single(Set.of(Kind.STRING), "text");
    private static final FieldForm NUMBER = new Single(Set.of(Kind.INTEGER, Kind.FLOAT), "a number");
    private static final FieldForm BOOLEAN = new Single(Set.of(Kind.BOOLEAN, Kind.STRING), "true or false");
    private static final FieldForm PLAIN_BOOLEAN = new Single(Set.of(Kind.BOOLEAN), "true or false");
    private static final FieldForm COUNT = new Single(Set.of(Kind.INTEGER, Kind.STRING), "a whole number");
    private static final FieldForm NULL = new Single(Set.of(Kind.NULL), "nothing");
    private static final FieldForm LABEL = new Single(
            Set.of(Kind.STRING, Kind.INTEGER, Kind.FLOAT, Kind.BOOLEAN, Kind.NULL), "text, a number, true or false");
    private static final FieldForm OPTION =
            new Single(Set.of(Kind.STRING, Kind.INTEGER, Kind.FLOAT), "text or a number");
    private static final FieldForm TEXTS = new ListOf(TEXT, true, "a list of texts");
    private static final FieldForm TEXT_OR_TEXTS = any("text or a list of texts", TEXT, TEXTS);
    private static final FieldForm OPTIONS = mapOf(OPTION, "a mapping of options");
    private static final FieldForm LIST_OR_MAP =
            any("a list of NAME=value or a mapping", TEXTS, mapOf(LABEL, "a mapping"));

    private static final FieldForm ATTACHMENT = any(
            "a mapping or nothing",
            NULL,
            map(
                    "a mapping",
                    Map.of(
                            "aliases", TEXTS,
                            "ipv4_address", TEXT,
                            "ipv6_address", TEXT,
                            "link_local_ips", TEXTS,
                            "mac_address", TEXT,
                            "interface_name", TEXT,
                            "driver_opts", OPTIONS,
                            "priority", NUMBER,
                            "gw_priority", NUMBER)));

    private static final FieldForm PORT = any(
            "a port as text, number or mapping",
            OPTION,
            map(
                    "a mapping",
                    Map.of(
                            "name", TEXT,
                            "mode", TEXT,
                            "host_ip", TEXT,
                            "target", COUNT,
                            "published", COUNT,
                            "protocol", TEXT,
                            "app_protocol", TEXT)));

    private static final FieldForm DEPENDENCY = new Mapping(
            Map.of("condition", TEXT, "required", PLAIN_BOOLEAN, "restart", BOOLEAN),
            ANY,
            List.of("condition"),
            "a mapping with a condition");

    private static final FieldForm VOLUME = any(
            "text or a mapping",
            TEXT,
            new Mapping(Map.of("type", TEXT, "source", TEXT, "target", TEXT), ANY, List.of("type"), "a mapping"));

    private static final FieldForm FILE_MOUNTS = new ListOf(
            any("a name or a mapping", TEXT, map("a mapping", Map.of("source", TEXT, "target", TEXT))),
            false,
            "a list");

    private static final FieldForm ENV_FILES = any(
            "text or a list",
            TEXT,
            new ListOf(
                    any(
                            "text or a mapping",
                            TEXT,
                            new Mapping(
                                    Map.of("path", TEXT, "format", TEXT, "required", BOOLEAN),
                                    ANY,
                                    List.of("path"),
                                    "a mapping")),
                    false,
                    "a list"));

    private static final FieldForm HOSTS = any(
            "a list of NAME=ADDRESS or a mapping",
            TEXTS,
            mapOf(any("an address or a list of addresses", TEXT, TEXTS), "a mapping"));

    private static final FieldForm HEALTH_CHECK = map(
            "a mapping",
            Map.of("disable", BOOLEAN, "test", any("text or a list", TEXT, new ListOf(TEXT, false, "a list"))));

    public static final FieldForm SERVICE = map(
            "a mapping",
            Map.ofEntries(
                    Map.entry("image", TEXT),
                    Map.entry("build", any("text or a mapping", TEXT, map("a mapping", Map.of()))),
                    Map.entry("container_name", TEXT),
                    Map.entry("hostname", TEXT),
                    Map.entry("network_mode", TEXT),
                    Map.entry("networks", any("a list or a mapping", TEXTS, mapOf(ATTACHMENT, "a mapping"))),
                    Map.entry("ports", new ListOf(PORT, false, "a list of ports")),
                    Map.entry("depends_on", any("a list or a mapping", TEXTS, mapOf(DEPENDENCY, "a mapping"))),
                    Map.entry("links", TEXTS),
                    Map.entry("volumes_from", TEXTS),
                    Map.entry("profiles", TEXTS),
                    Map.entry("labels", LIST_OR_MAP),
                    Map.entry("label_file", TEXT_OR_TEXTS),
                    Map.entry("environment", LIST_OR_MAP),
                    Map.entry("env_file", ENV_FILES),
                    Map.entry("healthcheck", HEALTH_CHECK),
                    Map.entry("volumes", new ListOf(VOLUME, false, "a list")),
                    Map.entry("configs", FILE_MOUNTS),
                    Map.entry("secrets", FILE_MOUNTS),
                    Map.entry("cap_add", TEXTS),
                    Map.entry("cap_drop", TEXTS),
                    Map.entry("security_opt", TEXTS),
                    Map.entry("extra_hosts", HOSTS),
                    Map.entry("privileged", BOOLEAN),
                    Map.entry("provider", new Mapping(Map.of("type", TEXT), ANY, List.of("type"), "a mapping")),
                    Map.entry("scale", COUNT),
                    Map.entry("deploy", any("a mapping", NULL, map("a mapping", Map.of("replicas", COUNT)))),
                    Map.entry("ipc", TEXT),
                    Map.entry("pid", any("text", TEXT, NULL)),
                    Map.entry("uts", TEXT),
                    Map.entry("cgroup", TEXT)));

    private static final FieldForm POOL = map(
            "a mapping",
            Map.of(
                    "subnet", TEXT,
                    "ip_range", TEXT,
                    "gateway", TEXT,
                    "aux_addresses", mapOf(TEXT, "a mapping of names to addresses")));

    public static final FieldForm NETWORK = any(
            "a mapping or nothing",
            NULL,
            map(
                    "a mapping",
                    Map.of(
                            "name", TEXT,
                            "driver", TEXT,
                            "driver_opts", OPTIONS,
                            "ipam",
                                    map(
                                            "a mapping",
                                            Map.of(
                                                    "driver",
                                                    TEXT,
                                                    "config",
                                                    new ListOf(POOL, false, "a list of pools"),
                                                    "options",
                                                    mapOf(TEXT, "a mapping of options"))),
                            "external", any("true or false", BOOLEAN, map("a mapping", Map.of("name", TEXT))),
                            "internal", BOOLEAN,
                            "enable_ipv4", BOOLEAN,
                            "enable_ipv6", BOOLEAN,
                            "attachable", BOOLEAN,
                            "labels", LIST_OR_MAP)));

    public static final FieldForm INCLUDE = any(
            "a path or a mapping",
            TEXT,
            map("a mapping", Map.of("path", TEXT_OR_TEXTS, "env_file", TEXT_OR_TEXTS, "project_directory", TEXT)));

    public static final FieldForm SECTION = map("a mapping", Map.of());

    private FieldForms() {}

    private static FieldForm any(String words, FieldForm... shapes) {
        return new AnyOf(List.of(shapes), words);
    }

    private static FieldForm map(String words, Map<String, FieldForm> fields) {
        return new Mapping(fields, ANY, List.of(), words);
    }

    private static FieldForm mapOf(FieldForm others, String words) {
        return new Mapping(Map.of(), others, List.of(), words);
    }
}
