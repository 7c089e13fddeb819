package dev.bulkhead.check.stack;

import static dev.bulkhead.check.stack.StackCase.fails;
import static dev.bulkhead.check.stack.StackCase.failsBelow;
import static dev.bulkhead.check.stack.StackCase.named;
import static dev.bulkhead.check.stack.StackCase.shows;
import static dev.bulkhead.check.stack.StackCase.showsBelow;

import java.util.List;
import java.util.Map;

/** The cases about services: for each key of the tables a project that has it. */
final class StackCases {

    private static final String NO_KEY = "Additional property";
    private static final String LIMITS = "Set resource limits using deploy.resources";

    static final List<StackCase> REFUSED = List.of(
            failsBelow(
                    "refuses depends_on of the service web",
                    "depends_on: {db: {condition: service_started}}",
                    "  db: {image: 'bb:1'}",
                    "depends_on must be a list"),
            failsBelow(
                    "refuses extends of the service web",
                    "extends: {service: db}",
                    "  db: {image: 'bb:1'}",
                    "Support for `extends`"),
            fails("profiles", "profiles: [dev]", NO_KEY),
            fails("scale", "scale: 2", NO_KEY),
            fails("platform", "platform: linux/amd64", NO_KEY),
            fails("pull_policy", "pull_policy: never", NO_KEY),
            fails("runtime", "runtime: runc", NO_KEY),
            fails("gpus", "gpus: all", NO_KEY),
            fails(
                    "deploy.resources.reservations.devices",
                    "deploy: {resources: {reservations: {devices: [{capabilities: [gpu]}]}}}",
                    NO_KEY),
            fails("group_add", "group_add: ['44']", NO_KEY),
            fails("device_cgroup_rules", "device_cgroup_rules: ['c 1:3 mr']", NO_KEY),
            fails("uts", "uts: host", NO_KEY),
            fails("dns_opt", "dns_opt: ['ndots:1']", NO_KEY),
            failsBelow(
                    "refuses volumes_from of the service web",
                    "volumes_from: [db]",
                    "  db: {image: 'bb:1'}",
                    "To share a volume between services"),
            fails("label_file", "label_file: labels.txt", NO_KEY).with(Map.of("labels.txt", "a=b\n")),
            fails("annotations", "annotations: {a: b}", NO_KEY),
            fails("post_start", "post_start: [{command: 'true'}]", NO_KEY),
            fails("pre_stop", "pre_stop: [{command: 'true'}]", NO_KEY),
            fails("mem_limit", "mem_limit: 64m", LIMITS),
            fails("memswap_limit", "mem_limit: 64m\nmemswap_limit: 128m", LIMITS),
            fails("mem_reservation", "mem_reservation: 32m", NO_KEY),
            fails("mem_swappiness", "mem_swappiness: 10", NO_KEY),
            fails("cpus", "cpus: 0.5", NO_KEY),
            fails("cpu_quota", "cpu_quota: 50000", LIMITS),
            fails("cpu_period", "cpu_period: 100000", NO_KEY),
            fails("cpu_shares", "cpu_shares: 512", LIMITS),
            fails("cpuset", "cpuset: '0'", LIMITS),
            fails("pids_limit", "pids_limit: 100", NO_KEY),
            fails("oom_kill_disable", "oom_kill_disable: true", NO_KEY),
            fails("blkio_config", "blkio_config: {weight: 100}", NO_KEY),
            fails("storage_opt", "storage_opt: {size: 1G}", NO_KEY),
            fails("attach", "attach: false", NO_KEY),
            fails("develop", "develop: {watch: []}", NO_KEY),
            fails("deploy.resources.limits.cpus", "deploy: {resources: {limits: {cpus: 0.5}}}", "must be a string"),
            fails("env_file[]", "env_file: [{path: a.env, required: false}]", "env_file")
                    .with(Map.of("a.env", "A=b\n")),
            fails("ports[].published", "ports: [{target: 80, published: '8080'}]", "published must be a integer"),
            fails("ports[].host_ip", "ports: [{target: 80, published: 8080, host_ip: 127.0.0.1}]", NO_KEY),
            fails("ports[].name", "ports: [{target: 80, published: 8080, name: web}]", NO_KEY),
            fails("ports[].app_protocol", "ports: [{target: 80, published: 8080, app_protocol: http}]", NO_KEY),
            fails("networks.default.gw_priority", "networks: {default: {gw_priority: 1}}", NO_KEY),
            fails("networks.default.priority", "networks: {default: {priority: 1}}", NO_KEY),
            fails("networks.default.mac_address", "networks: {default: {mac_address: '02:42:ac:11:00:02'}}", NO_KEY),
            fails("networks.default.interface_name", "networks: {default: {interface_name: eth7}}", NO_KEY),
            fails("volumes[].tmpfs.size", "volumes: [{type: tmpfs, target: /s, tmpfs: {size: 1m}}]", "tmpfs.size"),
            fails("environment.DEBUG", "environment: {DEBUG: true}", "DEBUG"),
            fails("labels.on", "labels: {on: true}", "labels"),
            fails("healthcheck.interval", "healthcheck: {test: 'true', interval: 1d}", "interval"),
            fails("healthcheck", "healthcheck: {test: 'true', disable: true}", "test and disable"),
            fails("image", "build: .", "no image specified").with(Map.of("Dockerfile", "FROM scratch\n")),
            failsBelow(
                    "refuses ports of the service web: the service db publishes 8080/tcp",
                    "ports: ['127.0.0.1:8080:80']",
                    "  db: {image: 'bb:1', ports: ['127.0.0.2:8080:80']}",
                    "already in use"),
            fails("env_file", "env_file: gone.env", "no such file"),
            fails("environment[]", "environment: ['A={{x}}']", "function \"x\" not defined")
                    .as("refuses environment of the service web: a swarm takes"),
            fails("image", "image: 'bb:${NOWHERE}'", "invalid reference format"),
            fails("volumes[]", "volumes: ['${NOWHERE}:/x']", "empty section between colons"),
            failsBelow("refuses the service a.b", "", "  a.b: {image: 'bb:1'}", "name must be valid"));

    static final List<StackCase> DROPPED = List.of(
            named("network_mode", "network_mode: none"),
            named("privileged", "privileged: true"),
            named("devices", "devices: ['/dev/null:/dev/null']"),
            named("security_opt", "security_opt: ['no-new-privileges:true']"),
            named("userns_mode", "userns_mode: host"),
            named("pid", "pid: host"),
            named("ipc", "ipc: host"),
            named("cgroup_parent", "cgroup_parent: /x"),
            named("shm_size", "shm_size: 128m"),
            new StackCase(
                    "links",
                    StackCase.project("links: ['db:database']", "  db: {image: 'bb:1'}"),
                    "drops links of the service web",
                    new StackCase.Proof.Named("links")),
            named("external_links", "external_links: [other]"),
            named("container_name", "container_name: front"),
            named("mac_address", "mac_address: '02:42:ac:11:00:02'"),
            named("domainname", "domainname: example.test"),
            named("expose", "expose: ['80']"),
            named("build", "build: .\nimage: bb:1").with(Map.of("Dockerfile", "FROM scratch\n")),
            shows(
                    "drops volumes[] of the service web: of z",
                    "volumes: ['.:/d:z']",
                    "{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}",
                    "!\"z\""),
            shows(
                    "drops volumes[].bind.recursive of the service web",
                    "volumes: [{type: bind, source: ., target: /d, bind: {recursive: disabled}}]",
                    "{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}",
                    "!ecursive"),
            shows(
                    "drops tmpfs of the service web",
                    "tmpfs: [/scratch]",
                    "{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}",
                    "null"),
            new StackCase(
                    "depends_on",
                    StackCase.project("depends_on: [db]", "  db: {image: 'bb:1'}"),
                    "drops depends_on of the service web",
                    new StackCase.Proof.Shows("{{json .Spec.TaskTemplate}}", "!db")),
            showsBelow(
                    "drops networks.n.ipv4_address of the service web",
                    "networks: {n: {ipv4_address: 10.9.8.7}}",
                    "networks: {n: {ipam: {config: [{subnet: 10.9.8.0/24}]}}}",
                    "{{json .Spec.TaskTemplate}}",
                    "!10.9.8.7"),
            shows(
                    "drops volumes[].bind.create_host_path of the service web",
                    "volumes: [{type: bind, source: ., target: /d, bind: {create_host_path: true}}]",
                    "{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}",
                    "!reate"),
            shows(
                    "drops volumes[].bind.selinux of the service web",
                    "volumes: [{type: bind, source: ., target: /d, bind: {selinux: z}}]",
                    "{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}",
                    "!elinux"),
            shows(
                    "drops volumes[].tmpfs.mode of the service web",
                    "volumes: [{type: tmpfs, target: /d, tmpfs: {mode: 448}}]",
                    "{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}",
                    "!448"));

    static final List<StackCase> CHANGED = List.of(
            shows(
                    "changes restart of the service web",
                    "restart: 'no'",
                    "{{.Spec.TaskTemplate.RestartPolicy.Condition}}",
                    "any"),
            shows(
                    "changes ports of the service web: 127.0.0.1:8080/tcp",
                    "ports: ['127.0.0.1:8080:80']",
                    "{{json .Spec.EndpointSpec.Ports}}",
                    "\"PublishedPort\":8080,\"PublishMode\":\"ingress\""),
            shows(
                    "changes ports of the service web: all ports of the range",
                    "ports: ['8001-8002:80']",
                    "{{json .Spec.EndpointSpec.Ports}}",
                    "\"PublishedPort\":8002"),
            shows(
                    "changes ports of the service web: 80 is published on a port from 30000",
                    "ports: ['80']",
                    "{{json .Endpoint.Ports}}",
                    "\"PublishedPort\":3"),
            showsBelow(
                    "changes ports of the service web: Compose publishes nothing",
                    "ports: ['8080:80']\nnetworks: [n]",
                    "networks: {n: {internal: true}}",
                    "{{json .Endpoint.Ports}}",
                    "8080"),
            shows(
                    "changes labels of the service web",
                    "labels: {traefik.enable: 'true'}",
                    "{{json .Spec.Labels}}",
                    "!traefik"),
            shows(
                    "changes environment of the service web",
                    "environment: {T: '{{.Node.Hostname}}'}",
                    "{{json .Spec.TaskTemplate.ContainerSpec.Env}}",
                    "{{.Node.Hostname}}"),
            shows(
                            "changes environment[] of the service web: the variable A has its value from .env",
                            "environment: ['T=<${A}>']",
                            "{{join .Spec.TaskTemplate.ContainerSpec.Env \",\"}}",
                            "T=<>")
                    .with(Map.of(".env", "A=b\n")),
            shows(
                    "changes environment[] of the service web: its variables are read otherwise",
                    "environment: ['T=${A:-${B:-c}}']",
                    "{{join .Spec.TaskTemplate.ContainerSpec.Env \",\"}}",
                    "T=${B:-c}"),
            shows(
                            "changes env_file of the service web: in a.env the variable A keeps its quotes",
                            "env_file: a.env",
                            "{{join .Spec.TaskTemplate.ContainerSpec.Env \",\"}}",
                            "A=\"b\"")
                    .with(Map.of("a.env", "A=\"b\"\n")),
            shows(
                            "changes env_file of the service web: in a.env the variable A keeps the comment",
                            "env_file: a.env",
                            "{{join .Spec.TaskTemplate.ContainerSpec.Env \",\"}}",
                            "A=b # c")
                    .with(Map.of("a.env", "A=b # c\n")),
            shows(
                            "changes env_file of the service web: in a.env the variable A keeps its $",
                            "env_file: a.env",
                            "{{join .Spec.TaskTemplate.ContainerSpec.Env \",\"}}",
                            "A=${HOME}")
                    .with(Map.of("a.env", "A=${HOME}\n")));

    private StackCases() {}
}
